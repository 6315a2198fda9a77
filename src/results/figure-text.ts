/** A share as per cent with three significant digits: 0.0052 → "0.52%". */
export function percent(value: number): string {
  return `${percentDigits(value * 100)}%`;
}

/**
 * A share as per cent for sentences: always three digits, no exponent, "80.0%" and "0.000318%"; near 100% the digits of
 * what is missing.
 */
export function plainPercent(value: number): string {
  const number = value * 100;
  if (number === 0 || number > 99) return percent(value);
  if (number >= 1e-5) return `${number.toPrecision(3)}%`;
  return `${number.toFixed(Math.min(100, 2 - Math.floor(Math.log10(number))))}%`;
}

/** A count with separators of thousands. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** A small rate as people say it: 1e-3 → "1 in 1,000". */
export function oneIn(rate: number): string {
  return `1 in ${count(Math.round(1 / rate))}`;
}

/** A confidence level: 0.95 → "95%". */
export function levelText(level: number): string {
  return `${Number((level * 100).toPrecision(6))}%`;
}

/** A percentage, without its sign, to three significant digits. */
export function percentDigits(value: number): string {
  if (value === 0 || value === 100) return String(value);
  // Near 100 the digits that matter are those of what is missing.
  if (value > 99) {
    const missing = 100 - value;
    // What rounding has left is nothing that is missing.
    if (missing < 1e-9) return '100';
    return (100 - Number(missing.toPrecision(2))).toFixed(Math.max(2, 1 - Math.floor(Math.log10(missing))));
  }
  return Math.abs(value) < 0.001 ? value.toExponential(1) : String(Number(value.toPrecision(3)));
}
