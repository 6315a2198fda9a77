import type { Picture } from './picture.js';

/**
 * The picture with each block of `blockX` by `blockY` pixels averaged into one, rounded to the nearest; blocks at the
 * right and lower edge take the pixels that are there. The same picture when both are 1.
 */
export function averageBlocks(picture: Picture, blockX: number, blockY: number): Picture {
  if (blockX === 1 && blockY === 1) return picture;
  const width = Math.ceil(picture.width / blockX);
  const height = Math.ceil(picture.height / blockY);
  const data = new Uint8Array(width * height * 3);
  const sums = new Float64Array(width * 3);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    const bottom = Math.min((y + 1) * blockY, picture.height);
    for (let row = y * blockY; row < bottom; row++) addRow(picture, row, blockX, sums);
    for (let x = 0; x < width; x++) {
      const columns = Math.min((x + 1) * blockX, picture.width) - x * blockX;
      const count = columns * (bottom - y * blockY);
      for (let c = 0; c < 3; c++) data[(y * width + x) * 3 + c] = sums[x * 3 + c]! / count + 0.5;
    }
  }
  return { width, height, data };
}

function addRow(picture: Picture, row: number, blockX: number, sums: Float64Array): void {
  const { data, width } = picture;
  let from = row * width * 3;
  for (let left = 0, to = 0; left < width; left += blockX, to += 3) {
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let x = left; x < Math.min(left + blockX, width); x++) {
      red += data[from++]!;
      green += data[from++]!;
      blue += data[from++]!;
    }
    sums[to]! += red;
    sums[to + 1]! += green;
    sums[to + 2]! += blue;
  }
}
