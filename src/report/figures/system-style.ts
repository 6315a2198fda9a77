/** How one system, or one of several lists, is told apart from others: by colour, dashes and marker, so also in grey. */
export interface SeriesStyle {
  /** A colour of the page, and what stands in for it in a file of its own. */
  readonly colour: string;
  /** An SVG dash pattern; "none" is a whole line. */
  readonly dash: string;
  readonly symbol: string;
}

/** Dark enough on white for 3:1, and told apart with each of the common kinds of colour blindness. */
const COLOURS = ['#0b4f9e', '#b8430a', '#00735c', '#8c3a7d', '#7a5c00', '#2b7fb8'];
/** The same on a dark page. */
const ON_DARK = ['#82b6ff', '#ff9d66', '#45d0ab', '#e59ad3', '#e3c355', '#9fd8f7'];
const DASHES = ['none', '7 3', '2 3', '10 3 2 3', '4 2', '12 4'];
/** All of them have an inside, which is left white where the data cannot resolve a rate. */
const SYMBOLS = ['circle', 'triangle', 'square', 'diamond', 'cross', 'star'];

/** The style of the series in that place; the ninth looks like the third but for its dashes. */
export function seriesStyle(place: number): SeriesStyle {
  const at = (list: readonly string[], k: number) => list[k % list.length] ?? '';
  return {
    colour: `var(--series-${place % COLOURS.length}, ${at(COLOURS, place)})`,
    dash: at(DASHES, place + Math.floor(place / COLOURS.length)),
    symbol: at(SYMBOLS, place + 2 * Math.floor(place / COLOURS.length)),
  };
}

/** The colours as custom properties of a page, on white or on dark. */
export function seriesProperties(theme: 'light' | 'dark'): string {
  return (theme === 'light' ? COLOURS : ON_DARK).map((colour, k) => `--series-${k}: ${colour};`).join(' ');
}
