import { scorePairs } from '../comparison/pair-scores.js';
import type { Dataset, PairList } from '../datasets/open-dataset.js';
import { type GenerateOptions, generatePairs } from '../datasets/pair-lists/generated-pairs.js';
import type { Extraction } from '../extraction/extraction.js';
import type { TaskTables } from '../results/run-files.js';
import { prepareCoOccurrence } from './protocols/co-occurrence.js';
import { preparePairs } from './protocols/pairs.js';
import type { PreparedTask } from './protocols/protocol.js';
import { prepareRecapture } from './protocols/recapture.js';
import type { SuiteTask } from './suite.js';

/** Makes a task ready on its dataset. `readList` fetches a published pair list of the dataset by name. */
export async function prepareTask(
  task: SuiteTask,
  dataset: Dataset,
  seed: number,
  readList: (name: string) => Promise<PairList>,
): Promise<PreparedTask> {
  switch (task.protocol) {
    case 'co-occurrence':
      return prepareCoOccurrence(dataset);
    case 'recapture':
      return prepareRecapture(dataset, task.capture);
    case 'pairs': {
      if (typeof task.pairs === 'string') return prepareList(dataset, await readList(task.pairs));
      const { list } = task.pairs;
      if (list !== undefined && Object.hasOwn(dataset.card.protocols, list)) {
        return prepareList(dataset, await readList(list));
      }
      const pairs = generatePairs(dataset.card.name, dataset.samples, { ...task.pairs, seed });
      return preparePairs(dataset, pairs, { pairs: drawnText(task.pairs, seed) });
    }
  }
}

function prepareList(dataset: Dataset, { pairs, from, sha256 }: PairList): PreparedTask {
  return preparePairs(dataset, pairs, { pairs: from, pairsSha256: sha256 });
}

/** How pairs were drawn, for the run's record: everything that decides which ones they are. */
function drawnText({ mated, nonMated, perSubject }: Omit<GenerateOptions, 'seed'>, seed: number): string {
  const each = perSubject === undefined ? '' : ` (at most ${perSubject} of one subject)`;
  return `drawn from the subjects with seed ${seed}: at most ${mated} mated${each} and ${nonMated} non-mated`;
}

/** Scores what the protocol wants compared. `extractions[i]` belongs to the prepared task's `samples[i]`. */
export async function measureTask(prepared: PreparedTask, extractions: readonly Extraction[]): Promise<TaskTables> {
  const { comparisons, samples } = prepared.compare(extractions);
  const scores = await scorePairs(
    comparisons.flatMap(({ templates }) => (templates ? [{ probe: templates[0], reference: templates[1] }] : [])),
  );
  let next = 0;
  return {
    comparisons: comparisons.map(({ templates, ...comparison }) => {
      const score = templates ? scores[next++] : undefined;
      return { ...comparison, ...(score === undefined ? {} : { score }) };
    }),
    samples,
  };
}
