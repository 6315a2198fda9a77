import type { Point } from '../../../images/box.js';
import { glyphOutline } from '../../../images/outlines/glyph-outline.js';
import type { PlateShape, RowItem, TextRow } from '../formats/face.js';

interface Placed {
  readonly width: number;
  shapes(left: number, squeeze: number): PlateShape[];
}

/** The outlines of a row's characters and ornaments, in millimetres; each character is a shape of its own. */
export function rowShapes(row: TextRow): PlateShape[] {
  const placed = row.items.flatMap((item) => placeItem(row, item));
  const width = placed.reduce((sum, item) => sum + item.width, 0);
  const room = row.right - row.left;
  const squeeze = Math.min(1, room / width);
  let x = row.left + (room - width * squeeze) / 2;
  return placed.flatMap((item) => {
    const shapes = item.shapes(x, squeeze);
    x += item.width * squeeze;
    return shapes;
  });
}

function placeItem(row: TextRow, item: RowItem): Placed[] {
  if ('gap' in item) return [{ width: item.gap, shapes: () => [] }];
  if ('text' in item) return [...item.text].map((character) => placeCharacter(row, character));
  const { width, ornament, below } = item;
  return [
    {
      width,
      shapes: (left, squeeze) => [
        ...ornament(left, width * squeeze),
        ...(below ? rowShapes(captionOf(row, below, left, width * squeeze)) : []),
      ],
    },
  ];
}

function captionOf(
  { colour }: TextRow,
  { text, baseline, height }: { readonly text: string; readonly baseline: number; readonly height: number },
  left: number,
  width: number,
): TextRow {
  return { left, right: left + width, baseline, height, spacing: 1, colour, items: [{ text }] };
}

function placeCharacter({ height, spacing, stretch = 1, baseline, colour }: TextRow, character: string): Placed {
  const glyph = glyphOutline(character);
  const scale = height * stretch;
  return {
    width: glyph.advance * scale + spacing,
    shapes: (left, squeeze) => {
      const start = left + (spacing / 2) * squeeze;
      const polygons = glyph.polygons.map((polygon) =>
        polygon.map(([x, y]): Point => [start + x * scale * squeeze, baseline + y * height]),
      );
      return [{ polygons, colour }];
    },
  };
}
