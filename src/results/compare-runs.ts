import { canonicalJson } from '../files/canonical-json.js';
import type { RunRecord } from './run-record.js';

/**
 * In what two runs are not the same measurement, a sentence each: models, detectors, policies, datasets and tasks that
 * both name and that are not alike. Machine, tool version and what only one of them measured do not count.
 */
export function otherMeasurements(run: RunRecord, other: RunRecord): string[] {
  return [
    ...unlike('system', run.systems, other.systems, ({ name }) => name),
    ...unlike('dataset', run.datasets, other.datasets, ({ key }) => key),
    ...unlike('task', run.tasks, other.tasks, ({ id }) => id),
  ];
}

function unlike<T extends object>(
  kind: string,
  ours: readonly T[],
  theirs: readonly T[],
  name: (item: T) => string,
): string[] {
  return ours.flatMap((item) => {
    const twin = theirs.find((candidate) => name(candidate) === name(item));
    if (!twin) return [];
    const keys = Object.keys({ ...item, ...twin }) as (keyof T & string)[];
    const different = keys.filter((key) => canonicalJson([item[key] ?? null]) !== canonicalJson([twin[key] ?? null]));
    return different.length === 0 ? [] : [`${kind} ${name(item)}: ${different.join(', ')} differ`];
  });
}
