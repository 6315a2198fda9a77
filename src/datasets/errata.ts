import type { DatasetCard } from '../catalog/dataset-card.js';
import type { Catalog } from '../catalog/load-cards.js';

/** One thing that somebody has published as wrong in a dataset. */
export interface Erratum {
  /**
   * `wrong-label`: sample `a` does not show the subject that it is filed under. `same-person`: the subjects `a` and `b`
   * are one person. `duplicate`: the samples `a` and `b` are one picture under two names.
   */
  readonly kind: 'wrong-label' | 'same-person' | 'duplicate';
  readonly a: string;
  /** Empty for a wrong label. */
  readonly b: string;
  /** Who says so: an address or a citation. */
  readonly source: string;
}

/** The errata of a dataset's card, one line for each wrong label and for each two names that belong together. */
export function errataOf(card: DatasetCard, catalog: Pick<Catalog, 'dataset'>): Erratum[] {
  const borrowed = card.errataFrom === undefined ? [] : catalog.dataset(card.errataFrom).errata;
  return [...borrowed, ...card.errata].flatMap((entry): Erratum[] => {
    const { kind, source } = entry;
    if (entry.kind === 'wrong-label') return entry.samples.map((a) => ({ kind, a, b: '', source }));
    const names = entry.kind === 'same-person' ? entry.subjects : entry.samples;
    return everyTwo(names).map(([a, b]) => ({ kind, a, b, source }));
  });
}

function everyTwo(names: readonly string[]): [string, string][] {
  return names.flatMap((a, index) => names.slice(index + 1).map((b): [string, string] => [a, b]));
}
