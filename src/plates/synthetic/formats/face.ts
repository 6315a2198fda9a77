import type { Colour } from '../../../images/drawing/colour.js';
import type { Polygon } from '../../../images/drawing/polygon.js';

/** A filled shape on a plate; its outline is in millimetres from the top left corner. */
export interface PlateShape {
  readonly polygons: readonly Polygon[];
  readonly colour: Colour;
}

/** Something between the characters of a row, such as a shield, drawn where the row leaves it room. */
export interface Ornament {
  readonly width: number;
  readonly ornament: (left: number, width: number) => readonly PlateShape[];
  /** Small characters in the ornament's middle. */
  readonly below?: { readonly text: string; readonly baseline: number; readonly height: number };
}

/** Something in a row: characters, a space or an ornament. */
export type RowItem = { readonly text: string } | { readonly gap: number } | Ornament;

/** Characters on one line, in the middle between `left` and `right`, squeezed where they need more room. */
export interface TextRow {
  readonly left: number;
  readonly right: number;
  /** Where the capitals stand, and their height. */
  readonly baseline: number;
  readonly height: number;
  /** Beside what the font leaves. */
  readonly spacing: number;
  /** The characters' width as a share of the font's own; 1 when absent. */
  readonly stretch?: number;
  readonly colour: Colour;
  readonly items: readonly RowItem[];
}

/** What is on a plate, in the order in which it is drawn; all measures in millimetres. */
export interface PlateFace {
  readonly shapes: readonly PlateShape[];
  readonly rows: readonly TextRow[];
}
