import { FalsematchError } from '../../files/errors.js';
import type { Sample } from '../sample.js';
import type { ListedSample } from './split.js';

/** A dataset as far as a search list is concerned. */
export interface NamedSamples {
  readonly name: string;
  readonly samples: readonly Sample[];
}

/**
 * The samples with their subjects. Throws when the dataset does not say of each whom it shows: somebody without a name
 * could be on the list.
 */
export function listedSamples({ name, samples }: NamedSamples): ListedSample[] {
  const listed = samples.flatMap(({ id, subject }) => (subject === undefined ? [] : [{ sample: id, subject }]));
  if (listed.length === samples.length) return listed;
  const first = samples.find(({ subject }) => subject === undefined);
  throw new FalsematchError(
    `${name} does not say whom ${samples.length - listed.length} of its ${samples.length} samples show, such as "${first?.id}"; a search list needs the subject of every sample: give them in the dataset, or leave them out.`,
  );
}
