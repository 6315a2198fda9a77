import type { Searches } from '../../metrics/identification/search.js';
import { withoutFailedSearches } from '../../metrics/identification/search.js';
import { thresholdAtFpir } from '../../metrics/identification/threshold-at-fpir.js';
import type { SampleOutcome } from '../sample-table.js';
import type { FoundSearches } from './found-searches.js';
import type { SearchList } from './search-lists.js';

/** The searches of one list as the metrics of identification take them. */
export interface ListSearches {
  readonly name: string;
  readonly searches: Searches;
  /** The labels of the subjects by their numbers in the searches, those of the gallery first. */
  readonly labels: readonly string[];
  readonly gallerySamples: number;
  /** How many candidates each non-mated search has at a threshold, which is none below those of the operating points. */
  readonly countsAt: (threshold: number) => Int32Array;
}

/** The searches that have an answer: one of their samples has a template and, in a mated one, one of the mate's has. */
export function answered({ gallery, searches }: SearchList, outcomes: readonly SampleOutcome[]): Uint8Array {
  const has = (places: readonly number[]) => places.some((place) => outcomes[place]?.failure === '');
  const enrolled = new Map([...gallery].map(([subject, places]) => [subject, has(places)]));
  const anybody = [...enrolled.values()].includes(true);
  return Uint8Array.from(searches, ({ subject, places }) =>
    anybody && has(places) && (enrolled.get(subject) ?? true) ? 1 : 0,
  );
}

/** Puts together what a list is, what became of its samples and what its searches found. */
export function listSearches(
  list: SearchList,
  outcomes: readonly SampleOutcome[],
  { rank, score, alarms }: FoundSearches,
): ListSearches {
  const numbers = new Map([...list.gallery.keys()].map((subject, number) => [subject, number]));
  const probeSubject = Int32Array.from(list.searches, ({ subject }) => {
    const number = numbers.get(subject) ?? numbers.size;
    numbers.set(subject, number);
    return number;
  });
  return {
    name: list.name,
    searches: {
      gallerySubjects: list.gallery.size,
      subjects: numbers.size,
      probeSubject,
      failed: answered(list, outcomes).map((is) => 1 - is),
      score,
      rank,
    },
    labels: [...numbers.keys()],
    gallerySamples: [...list.gallery.values()].reduce((total, places) => total + places.length, 0),
    countsAt(threshold) {
      const counts = new Int32Array(list.searches.length);
      for (const [k, search] of alarms.search.entries()) {
        if ((alarms.score[k] ?? 0) >= threshold) counts[search] = (counts[search] ?? 0) + 1;
      }
      return counts;
    },
  };
}

/** The thresholds for target FPIRs, failures counted and, where there are any, excluded. */
export function ownThresholds({ searches }: Pick<ListSearches, 'searches'>, at: readonly string[]): number[] {
  const views = searches.failed.includes(1) ? [searches, withoutFailedSearches(searches)] : [searches];
  return views.flatMap((view) =>
    at.flatMap((target) => {
      const found = thresholdAtFpir(view, Number(target));
      return found.state === 'set' ? [found.threshold] : [];
    }),
  );
}
