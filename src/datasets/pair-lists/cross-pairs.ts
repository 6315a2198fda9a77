import { FalsematchError } from '../../files/errors.js';
import type { Sample } from '../sample.js';
import { drawMated, drawNonMated, type GenerateOptions, groupBySubject } from './generated-pairs.js';
import type { Pair } from './pair.js';

/** Samples that have these values of these attributes. */
export type SampleFilter = Readonly<Record<string, string>>;

/** Between which samples pairs are drawn: the first of each pair is a reference. */
export interface Sides {
  readonly references: SampleFilter;
  readonly probes: SampleFilter;
}

/**
 * Pairs of a reference and a probe, told apart by attributes (a mugshot and a picture of a camera at some distance): every
 * mated and every non-mated pair, or a seeded sample of each, as `generatePairs` draws them.
 * Throws when no sample, or one of both sides, fits, and when there is no mated or no non-mated pair.
 */
export function crossPairs(
  dataset: string,
  samples: readonly Sample[],
  sides: Sides,
  options: GenerateOptions,
): Pair[] {
  const [references, probes] = [sides.references, sides.probes].map((filter) => fitting(dataset, samples, filter));
  const taken = new Set(references?.map(({ id }) => id));
  const twice = probes?.find(({ id }) => taken.has(id));
  if (twice) {
    throw new FalsematchError(
      `${dataset}: ${twice.id} is a reference and a probe at once; choose "references" and "probes" that no sample fits both of.`,
    );
  }
  const bySubject = new Map(groupBySubject(probes ?? []).map((ids) => [ids[0] ?? '', ids]));
  const subjectOf = new Map([...(references ?? []), ...(probes ?? [])].map(({ id, subject }) => [id, subject]));
  const probesOf = new Map([...bySubject.values()].map((ids) => [subjectOf.get(ids[0] ?? ''), ids]));
  const people = groupBySubject(references ?? []).map((own) => ({
    own,
    mates: probesOf.get(subjectOf.get(own[0] ?? '')) ?? [],
  }));
  const all = [...probesOf.values()].flat();
  const mated = rowsOf(
    people.flatMap(({ own, mates }) => own.map((a) => ({ a, partners: mates.length, at: (k) => mates[k] }))),
  );
  const start = new Map(all.map((id, place) => [id, place]));
  const nonMated = rowsOf(
    people.flatMap(({ own, mates }) => {
      // The probes of one person stand together, so that leaving them out is a step.
      const from = start.get(mates[0] ?? '') ?? all.length;
      const at = (k: number) => all[k < from ? k : k + mates.length];
      return own.map((a) => ({ a, partners: all.length - mates.length, at }));
    }),
  );
  if (mated.count === 0 || nonMated.count === 0) {
    throw new FalsematchError(
      `${dataset} has ${references?.length} references and ${probes?.length} probes, and ${mated.count} mated and ${nonMated.count} non-mated pairs of them; choose other "references" or "probes".`,
    );
  }
  const matedOf = people.map(({ own, mates }) => own.length * mates.length);
  return [
    ...drawMated(matedOf, mated.count, options).map((index) => ({ ...mated.pairAt(index), mated: true })),
    ...drawNonMated(nonMated.count, options).map((index) => ({ ...nonMated.pairAt(index), mated: false })),
  ];
}

function fitting(dataset: string, samples: readonly Sample[], filter: SampleFilter): Sample[] {
  const wanted = Object.entries(filter);
  const found = samples.filter(({ attributes }) => wanted.every(([name, value]) => attributes[name] === value));
  if (found.length > 0) return found;
  const [name = '', value = ''] =
    wanted.find(([key, one]) => !samples.some(({ attributes }) => attributes[key] === one)) ?? [];
  const values = [...new Set(samples.flatMap(({ attributes }) => attributes[name] ?? []))].sort();
  throw new FalsematchError(
    name === ''
      ? `${dataset} has no sample with ${wanted.map(([key, one]) => `${key} ${JSON.stringify(one)}`).join(' and ')} at once; choose other values.`
      : `${dataset} has no sample whose "${name}" is ${JSON.stringify(value)}; it has ${values.slice(0, 20).join(', ') || 'no such attribute'}.`,
  );
}

interface Row {
  readonly a: string;
  readonly partners: number;
  readonly at: (index: number) => string | undefined;
}

/** Counts the pairs of rows, and finds the nth without listing them. */
function rowsOf(rows: readonly Row[]): { count: number; pairAt(index: number): { a: string; b: string } } {
  const starts: number[] = [];
  let count = 0;
  for (const { partners } of rows) {
    starts.push(count);
    count += partners;
  }
  return {
    count,
    pairAt(index) {
      let low = 0;
      let high = rows.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= index) low = middle;
        else high = middle - 1;
      }
      const row = rows[low];
      return { a: row?.a ?? '', b: row?.at(index - (starts[low] ?? 0)) ?? '' };
    },
  };
}
