import sharp from 'sharp';
import type { Box, Corners } from '../../src/images/box.js';
import { projectiveMap, projectPoint, rectangleCorners } from '../../src/images/perspective.js';
import type { Picture } from '../../src/images/picture.js';

/** Characters as strokes in a box 6 wide and 10 high: no font is needed, so every machine draws the same. */
const STROKES: Readonly<Record<string, string>> = {
  1: 'M1 2L3.5 0V10',
  4: 'M4.5 10V0L0 7H6.5',
  7: 'M0 0H6L2.5 10',
  E: 'M6 0H0V10H6M0 5H5',
  F: 'M6 0H0V10M0 5H5',
  H: 'M0 0V10M6 0V10M0 5H6',
  K: 'M0 0V10M6 0L0 6M2 4L6 10',
  L: 'M0 0V10H6',
  N: 'M0 10V0L6 10V0',
  T: 'M0 0H6M3 0V10',
  X: 'M0 0L6 10M6 0L0 10',
};

/** A plate of 520 x 112 pixels with these characters (a space is half as wide). */
async function drawPlate(text: string): Promise<Picture> {
  let x = 44;
  const glyphs = [...text].map((character) => {
    const at = x;
    x += character === ' ' ? 27 : 55;
    return `<path transform="translate(${at},20) scale(7,7.2)" d="${STROKES[character] ?? ''}"/>`;
  });
  return rgb(`<svg xmlns="http://www.w3.org/2000/svg" width="520" height="112">
    <rect width="520" height="112" fill="#f2f2ee"/><rect x="3" y="3" width="514" height="106" fill="none" stroke="#111" stroke-width="4"/>
    <g fill="none" stroke="#111" stroke-width="1.6">${glyphs.join('')}</g></svg>`);
}

async function rgb(svg: string): Promise<Picture> {
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}

/** A car's back of 640 x 480 pixels with the plate at these corners, and their box. */
export async function drawCar(text: string, corners: Corners): Promise<{ picture: Picture; box: Box }> {
  const plate = await drawPlate(text);
  const picture = await rgb(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">
    <rect width="640" height="480" fill="#8a9299"/><rect y="360" width="640" height="120" fill="#555"/>
    <rect x="110" y="120" width="420" height="280" rx="40" fill="#246"/><rect x="160" y="140" width="320" height="90" rx="20" fill="#223"/>
    <circle cx="140" cy="290" r="20" fill="#c33"/><circle cx="500" cy="290" r="20" fill="#c33"/></svg>`);
  const toPlate = projectiveMap(corners, rectangleCorners(plate.width, plate.height));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  for (let y = Math.floor(box[1]); y <= box[3]; y++) {
    for (let x = Math.floor(box[0]); x <= box[2]; x++) mix(picture, x, y, plate, (at) => projectPoint(toPlate, at));
  }
  return { picture, box };
}

/** One pixel of the picture from 8 x 8 places in the plate. */
function mix(
  picture: Picture,
  x: number,
  y: number,
  plate: Picture,
  inPlate: (at: readonly [number, number]) => readonly [number, number],
): void {
  const at = (y * picture.width + x) * 3;
  const sums = [0, 0, 0];
  for (let i = 0; i < 64; i++) {
    const [u, v] = inPlate([x + ((i % 8) + 0.5) / 8, y + (Math.floor(i / 8) + 0.5) / 8]).map(Math.floor) as [
      number,
      number,
    ];
    const inside = u >= 0 && v >= 0 && u < plate.width && v < plate.height;
    for (let c = 0; c < 3; c++) sums[c]! += inside ? plate.data[(v * plate.width + u) * 3 + c]! : picture.data[at + c]!;
  }
  for (let c = 0; c < 3; c++) picture.data[at + c] = sums[c]! / 64;
}
