import { normalQuantile } from '../../statistics/normal.js';

/** Rates that an axis of normal deviates may name. */
const TICKS = [1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 0.99];

/** An axis on which a rate stands at its normal deviate, as on the DET plots of ISO/IEC 19795-1. */
export interface DeviateAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly tickFormat: (deviate: number) => string;
}

/**
 * An axis from below the lowest rate to above the highest, both in (0, 1). Ticks closer than `room`, a share of the axis,
 * would write over each other: of two the higher rate stays.
 */
export function deviateAxis(lowest: number, highest: number, room: number): DeviateAxis {
  const domain = [normalQuantile(Math.max(lowest, 1e-9)), normalQuantile(Math.min(highest, 0.9999))] as const;
  const shown = TICKS.filter((rate) => {
    const deviate = normalQuantile(rate);
    return deviate >= domain[0] && deviate <= domain[1];
  });
  const least = room * (domain[1] - domain[0]);
  const apart: number[] = [];
  for (const rate of shown.reverse()) {
    const last = apart.at(-1);
    if (last === undefined || normalQuantile(last) - normalQuantile(rate) >= least) apart.push(rate);
  }
  const texts = new Map(apart.reverse().map((rate) => [normalQuantile(rate), tickText(rate)]));
  return { domain, ticks: [...texts.keys()], tickFormat: (deviate) => texts.get(deviate) ?? '' };
}

/** Without an exponent, which nobody reads on an axis: "0.0001%". */
function tickText(rate: number): string {
  const share = rate * 100;
  return `${share.toFixed(Math.max(0, Math.ceil(-Math.log10(share) - 1e-9)))}%`;
}
