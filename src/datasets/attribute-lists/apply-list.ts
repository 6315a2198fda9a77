import type { AttributeListCard } from '../../catalog/dataset-card.js';
import type { Sample } from '../sample.js';
import { attributeValue, UNKNOWN } from '../unknown-value.js';
import type { AttributeEntries } from './attribute-list.js';

/** Which list gave attributes to a dataset, and what of it was of no use. */
export interface AppliedList {
  readonly dataset: string;
  /** Content digest of the dataset that holds the list. */
  readonly digest: string;
  readonly provides: readonly string[];
  readonly by: string;
  /** Samples that got a value. */
  readonly samples: number;
  readonly ignored: {
    /** Lines that could not be read. */
    readonly malformed: number;
    /** Entries of samples that the dataset does not have, and of attributes that its card does not announce. */
    readonly absent: number;
    /** Samples of which the list gives two different values of one attribute; they get neither. */
    readonly contradictory: number;
  };
}

/** The samples with the attributes that a list gives them; a sample's own attributes give way. */
export function applyList(
  samples: readonly Sample[],
  { entries, malformed }: AttributeEntries,
  { dataset, provides, by }: AttributeListCard,
  digest: string,
): { samples: Sample[]; applied: AppliedList } {
  const known = new Set(samples.map(({ id }) => id));
  const bySample = new Map<string, Map<string, string>>();
  const contradictory = new Set<string>();
  let absent = 0;
  for (const { sample, attribute, value } of entries) {
    if (!known.has(sample) || !provides.includes(attribute)) {
      absent++;
      continue;
    }
    const values = bySample.get(sample) ?? new Map<string, string>();
    bySample.set(sample, values);
    const given = attributeValue(value);
    if ((values.get(attribute) ?? given) === given) values.set(attribute, given);
    else {
      contradictory.add(sample);
      values.set(attribute, UNKNOWN);
    }
  }
  const given = [...bySample.values()].filter((values) => [...values.values()].some((value) => value !== UNKNOWN));
  return {
    samples: samples.map((sample) => {
      const values = bySample.get(sample.id);
      return values ? { ...sample, attributes: { ...sample.attributes, ...Object.fromEntries(values) } } : sample;
    }),
    applied: {
      dataset,
      digest,
      provides,
      by,
      samples: given.length,
      ignored: { malformed, absent, contradictory: contradictory.size },
    },
  };
}
