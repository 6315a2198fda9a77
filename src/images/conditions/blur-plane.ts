/** One value a pixel, row by row. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Spread by a Gaussian of `sigma` pixels, cut off at three of them; what is beyond the picture is dark. */
export function blurPlane(plane: Plane, sigma: number): Plane {
  const { width, height, data } = plane;
  const reach = Math.ceil(3 * sigma);
  const bell = Float64Array.from({ length: 2 * reach + 1 }, (_, k) => Math.exp(-((k - reach) ** 2) / (2 * sigma ** 2)));
  const total = bell.reduce((sum, weight) => sum + weight, 0);
  const across = new Float32Array(data.length);
  const spread = new Float32Array(data.length);
  // From each bright place outwards: most of the plane is dark.
  for (let at = 0; at < data.length; at++) {
    const value = data[at]! / total;
    if (value === 0) continue;
    const x = at % width;
    for (let k = Math.max(-reach, -x); k <= Math.min(reach, width - 1 - x); k++) {
      across[at + k]! += value * bell[reach + k]!;
    }
  }
  for (let at = 0; at < data.length; at++) {
    const value = across[at]! / total;
    if (value === 0) continue;
    const y = Math.floor(at / width);
    for (let k = Math.max(-reach, -y); k <= Math.min(reach, height - 1 - y); k++) {
      spread[at + k * width]! += value * bell[reach + k]!;
    }
  }
  return { width, height, data: spread };
}
