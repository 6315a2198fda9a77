import type { TemplatesCard } from '../catalog/dataset-card.js';
import { bytewise } from '../files/bytewise.js';
import { FalsematchError } from '../files/errors.js';
import type { Dataset } from './open-dataset.js';
import type { Sample } from './sample.js';

/** The samples that one template is made of, by medium: a still picture, or the frames of one video. */
export interface TemplateSet {
  readonly id: string;
  readonly media: readonly (readonly Sample[])[];
}

/** The templates of a dataset whose card says that several samples make one, with the dataset that they are the samples of. */
export interface CompoundDataset {
  readonly sets: ReadonlyMap<string, TemplateSet>;
  readonly dataset: Dataset;
}

/**
 * Puts the samples of a dataset together to templates as its card says: those that agree in one attribute are a template,
 * and among them those that agree in another are a medium. Throws for a sample without these attributes, and for a
 * template of two subjects.
 */
export function compoundDataset(dataset: Dataset, { by, media }: TemplatesCard): CompoundDataset {
  const groups = new Map<string, Map<string, Sample[]>>();
  for (const sample of dataset.samples) {
    const [template, medium] = [by, media].map((name) => {
      const value = sample.attributes[name];
      if (value) return value;
      throw new FalsematchError(
        `${dataset.card.name}: ${sample.id} has no "${name}", by which its card puts samples together; add it, or correct "templates" in the card.`,
      );
    });
    const group = groups.get(template ?? '') ?? new Map<string, Sample[]>();
    groups.set(template ?? '', group);
    group.set(medium ?? '', [...(group.get(medium ?? '') ?? []), sample]);
  }
  const sets = new Map([...groups].map(([id, group]) => [id, { id, media: [...group.values()] }]));
  const samples = [...sets.values()].map(({ id, media: own }) => compoundSample(dataset, id, own.flat()));
  return { sets, dataset: { ...dataset, samples: samples.sort((p, q) => bytewise(p.id, q.id)) } };
}

/** What the samples of a template say alike is said of it. */
function compoundSample({ card }: Dataset, id: string, members: readonly Sample[]): Sample {
  const [first] = members;
  const other = members.find(({ subject }) => subject !== first?.subject);
  if (other) {
    throw new FalsematchError(
      `${card.name}: the template ${id} is made of ${first?.id} of subject ${first?.subject} and ${other.id} of ${other.subject}; correct the list.`,
    );
  }
  const shared = Object.entries(first?.attributes ?? {}).filter(([name, value]) =>
    members.every(({ attributes }) => attributes[name] === value),
  );
  return {
    id,
    ...(first?.subject === undefined ? {} : { subject: first.subject }),
    attributes: Object.fromEntries(shared),
  };
}
