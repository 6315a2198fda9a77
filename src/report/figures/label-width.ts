/** About how wide text is in the figures' type of 13 units: nothing measures it where figures are drawn. */
export function labelWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += signWidth(sign);
  return width;
}

function signWidth(sign: string): number {
  if (/[iljtfr.,:;'|! ()[\]]/.test(sign)) return 5.2;
  if (/[A-Zmw%@&]/.test(sign)) return 10.5;
  return sign < '\u1100' ? 7.8 : 14;
}
