import type { Point } from '../../../images/box.js';
import { type Canvas, createCanvas, fillPolygons } from '../../../images/drawing/canvas.js';
import { type Colour, scaleColour } from '../../../images/drawing/colour.js';
import type { Polygon } from '../../../images/drawing/polygon.js';
import type { PlateFace, PlateShape } from '../formats/face.js';
import type { PlateFormat } from '../formats/format.js';
import { rowShapes } from '../outlines/row-shapes.js';

/** The plate seen from straight ahead, `width` pixels wide; its characters are raised a little. */
export function drawPlate(format: Pick<PlateFormat, 'size' | 'ground'>, face: PlateFace, width: number): Canvas {
  const scale = width / format.size.width;
  const canvas = createCanvas(width, Math.round(format.size.height * scale), format.ground);
  const fill = (polygons: readonly Polygon[], colour: Colour, shift: number, opacity: number) =>
    fillPolygons(
      canvas,
      polygons.map((polygon) => scaled(polygon, scale, shift)),
      colour,
      opacity,
    );
  for (const { polygons, colour } of face.shapes) fill(polygons, colour, 0, 1);
  const raised: PlateShape[] = face.rows.flatMap(rowShapes);
  for (const { polygons } of raised) {
    fill(polygons, scaleColour(format.ground, 0.62), 1.3, 0.6);
    fill(polygons, [255, 255, 255], -1, 0.5);
  }
  for (const { polygons, colour } of raised) fill(polygons, colour, 0, 1);
  return canvas;
}

function scaled(polygon: Polygon, scale: number, shift: number): Polygon {
  return polygon.map(([x, y]): Point => [(x + shift) * scale, (y + shift) * scale]);
}
