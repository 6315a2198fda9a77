import type { Light } from '../light.js';

/**
 * The light on a grid of other pixels: each takes in what falls on its own area, as a sensor's do, so no light is lost
 * or made. Sides may only become smaller. Throws RangeError for a size that is larger or below one pixel.
 */
export function areaResample(light: Light, width: number, height: number): Light {
  const isSize = (size: number, of: number) => Number.isInteger(size) && size >= 1 && size <= of;
  if (!isSize(width, light.width) || !isSize(height, light.height)) {
    throw new RangeError(`${light.width} x ${light.height} pixels cannot be taken as ${width} x ${height}.`);
  }
  if (width === light.width && height === light.height) return light;
  const across = new Float32Array(width * light.height * 3);
  const columns = sharesOf(light.width, width);
  for (let y = 0; y < light.height; y++) {
    for (let x = 0; x < width; x++) {
      const { from, shares } = columns[x]!;
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (let k = 0; k < shares.length; k++) sum += shares[k]! * light.data[(y * light.width + from + k) * 3 + c]!;
        across[(y * width + x) * 3 + c] = sum;
      }
    }
  }
  const data = new Float32Array(width * height * 3);
  const row = width * 3;
  for (const [y, { from, shares }] of sharesOf(light.height, height).entries()) {
    for (let i = 0; i < row; i++) {
      let sum = 0;
      for (let k = 0; k < shares.length; k++) sum += shares[k]! * across[(from + k) * row + i]!;
      data[y * row + i] = sum;
    }
  }
  return { width, height, data };
}

interface Shares {
  readonly from: number;
  readonly shares: Float64Array;
}

/** For each target pixel the source pixels that it covers, and what share of it each of them is. */
function sharesOf(source: number, target: number): Shares[] {
  const size = source / target;
  return Array.from({ length: target }, (_, at) => {
    const start = at * size;
    const end = Math.min(source, start + size);
    const from = Math.floor(start);
    const to = Math.min(source, Math.ceil(end - 1e-9));
    const shares = Float64Array.from(
      { length: to - from },
      (__, k) => (Math.min(end, from + k + 1) - Math.max(start, from + k)) / size,
    );
    return { from, shares };
  });
}
