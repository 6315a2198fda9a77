import { QUALITY_MEASURES, type QualityMeasure } from '../../extraction/face-quality.js';

/** What was discarded, as the column "group" of a row says it. */
export interface DiscardGroup {
  readonly measure: QualityMeasure;
  /** The share that was to be discarded. */
  readonly share: number;
}

/** "discard sharpness: worst 5%" */
export function discardGroup({ measure, share }: DiscardGroup): string {
  return `discard ${measure}: worst ${Number((share * 100).toPrecision(6))}%`;
}

/** What such a group says; undefined for any other group. */
export function parseDiscardGroup(group: string): DiscardGroup | undefined {
  const [, name, percent] = /^discard ([a-z]+): worst ([0-9.e-]+)%$/.exec(group) ?? [];
  const measure = QUALITY_MEASURES.find((one) => one === name);
  const share = Number((Number(percent) / 100).toPrecision(6));
  return measure && share >= 0 && share <= 1 ? { measure, share } : undefined;
}
