import { type SearchResult, search } from '../../comparison/search.js';
import { joinTemplates } from '../../comparison/templates.js';
import type { SampleOutcome } from '../../results/sample-table.js';
import { type Alarms, type FoundSearches, noAlarms } from '../../results/search/found-searches.js';
import { answered } from '../../results/search/list-searches.js';
import type { SearchList } from '../../results/search/search-lists.js';
import { firstTemplate, type Templated } from './first-template.js';
import type { CompareOptions } from './protocol.js';

/** How a candidate with several samples is scored, and from which score on candidates of non-mated searches are kept. */
export interface FindOptions extends CompareOptions {
  readonly consolidate: 'best' | 'mean';
}

/** What the searches of one list found; the false alarms are kept from a threshold on that becomes known afterwards. */
export interface FoundInList {
  readonly found: Pick<FoundSearches, 'rank' | 'score'>;
  /** The candidates of non-mated searches at or above a threshold. */
  alarmsFrom(threshold: number): Promise<Alarms>;
}

/** So many candidates of each search are kept at first. */
const FIRST_KEPT = 20;

/** Searches every probe of a list in its gallery. `outcomes` and `extractions` are in the order of the lists' samples. */
export async function findInList(
  list: SearchList,
  outcomes: readonly SampleOutcome[],
  extractions: readonly Templated[],
  options: FindOptions,
): Promise<FoundInList> {
  const isAsked = answered(list, outcomes);
  const asked = Int32Array.from(list.searches.keys()).filter((s) => isAsked[s] === 1);
  const rank = new Int32Array(list.searches.length);
  const score = new Float32Array(list.searches.length).fill(Number.NaN);
  if (asked.length === 0) return { found: { rank, score }, alarmsFrom: async () => noAlarms() };
  const look = (k: number) => searchOnce(list, asked, outcomes, extractions, { ...options, k });
  let result = await look(FIRST_KEPT);
  for (const [r, s] of asked.entries()) {
    const mated = (result.mate[r] ?? -1) >= 0;
    rank[s] = result.mateRank[r] ?? 0;
    score[s] = (mated ? result.mateScore[r] : result.score[r * result.k]) ?? Number.NaN;
  }
  return {
    found: { rank, score },
    async alarmsFrom(threshold) {
      // A search all of whose kept candidates are alarms may have more.
      while (result.k < result.candidates.length && isCut(result, threshold)) result = await look(result.k * 4);
      return alarms(result, list, asked, threshold);
    },
  };
}

async function searchOnce(
  { gallery, searches }: SearchList,
  asked: Int32Array,
  outcomes: readonly SampleOutcome[],
  extractions: readonly Templated[],
  { consolidate, k, workers, signal }: FindOptions & { readonly k: number },
): Promise<SearchResult> {
  const withTemplate = (places: readonly number[]) => places.filter((place) => outcomes[place]?.failure === '');
  const enrolled = [...gallery].flatMap(([subject, places]) =>
    withTemplate(places).map((place) => ({ subject, place })),
  );
  const probes = Array.from(asked, (s) => searches[s]).flatMap((one, passage) =>
    one ? withTemplate(one.places).map((place) => ({ subject: one.subject, place, passage })) : [],
  );
  const templates = (sides: readonly { place: number }[]) =>
    joinTemplates(sides.map(({ place }) => firstTemplate(extractions[place])));
  const candidates = new Set(enrolled.map(({ subject }) => subject)).size;
  return search(
    { templates: templates(enrolled), subjects: enrolled.map(({ subject }) => subject) },
    {
      templates: templates(probes),
      subjects: probes.map(({ subject }) => subject),
      passages: probes.map(({ passage }) => passage),
    },
    {
      k: Math.min(k, candidates),
      consolidate,
      // Templates are of unit length, but a mean of several is not.
      similarity: consolidate === 'mean' ? 'cosine' : 'dot',
      workers,
      signal,
    },
  );
}

function isCut({ k, score, mate }: SearchResult, threshold: number): boolean {
  return mate.some((own, r) => own < 0 && (score[r * k + k - 1] ?? 0) >= threshold);
}

function alarms(result: SearchResult, { gallery }: SearchList, asked: Int32Array, threshold: number): Alarms {
  const places = new Map([...gallery.keys()].map((subject, place) => [subject, place]));
  const found: [number, number, number][] = [];
  for (const [r, s] of asked.entries()) {
    if ((result.mate[r] ?? -1) >= 0) continue;
    for (let at = r * result.k; at < (r + 1) * result.k && (result.score[at] ?? 0) >= threshold; at += 1) {
      const subject = String(result.candidates[result.candidate[at] ?? -1]);
      found.push([s, places.get(subject) ?? -1, result.score[at] ?? 0]);
    }
  }
  return {
    search: Int32Array.from(found, ([s]) => s),
    candidate: Int32Array.from(found, ([, c]) => c),
    score: Float32Array.from(found, ([, , score]) => score),
  };
}
