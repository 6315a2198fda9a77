import type { Catalog } from '../catalog/load-cards.js';
import type { ObtainContext } from '../catalog/obtain-file.js';
import { errataOf } from '../datasets/errata.js';
import { type Dataset, openPairList, openSplits } from '../datasets/open-dataset.js';
import { withAttributes } from '../datasets/with-attributes.js';
import { chooseDataset } from './choose-dataset.js';
import type { PlannedTask } from './conditions/expand-conditions.js';
import { toolsOf } from './conditions/tools-of.js';
import { prepareTask } from './measure-task.js';
import { type NotMeasured, whyUnavailable } from './not-measured.js';
import { checkOtherPeople } from './other-people.js';
import type { Plan } from './plan.js';
import type { MeasurableTask } from './protocols/protocol.js';
import { passageAttributes } from './protocols/search-lists.js';
import { thresholdsFrom } from './thresholds-from.js';

/** A task with its dataset, ready to be measured. */
export interface ReadyTask {
  readonly task: PlannedTask;
  readonly dataset: Dataset;
  readonly prepared: MeasurableTask;
  /** The programs outside that take part in its condition, with their versions. */
  readonly tools: Readonly<Record<string, string>>;
}

/** Of what kinds there are systems that could be had. */
export interface SystemKinds {
  readonly faces: boolean;
  readonly plates: boolean;
}

/** Obtains the datasets and lists of every task. A task that lacks them, or a system, is listed with the reason. */
export async function prepareTasks(
  { suite, data }: Plan,
  systems: SystemKinds,
  catalog: Catalog,
  context: ObtainContext,
): Promise<{ ready: ReadyTask[]; notMeasured: NotMeasured[] }> {
  const datasets = new Map<string, Dataset>();
  const ready: ReadyTask[] = [];
  const notMeasured: NotMeasured[] = [];
  for (const task of suite.tasks) {
    const variants = data.get(task.data) ?? [];
    const kind = task.protocol === 'plates' ? 'plates' : 'faces';
    if (!systems[kind]) {
      const reason = `none of the systems for ${kind} could be had`;
      notMeasured.push({ what: task.id, reason, detail: reason });
      continue;
    }
    const source = thresholdsFrom(task);
    const calibrating = ready.find(({ task: { id } }) => id === source);
    const missing = whyWithout(task, source, new Set(ready.map((other) => other.task.id)));
    if (missing !== undefined) {
      notMeasured.push({ what: task.id, reason: missing, detail: missing });
      continue;
    }
    const tools = await toolsOf(task).catch((thrown: unknown) => whyUnavailable(thrown));
    if (typeof tools === 'string') {
      notMeasured.push({ what: task.id, reason: tools, detail: tools });
      continue;
    }
    try {
      const chosen = datasets.get(task.data) ?? (await chooseDataset(variants, catalog, context));
      datasets.set(task.data, chosen);
      const dataset = await withAttributes(chosen, attributesOf(task), catalog, context);
      datasets.set(task.data, dataset);
      const prepared = await prepareTask(task, dataset, {
        seed: suite.seed,
        tools,
        errata: errataOf(dataset.card, catalog),
        readList: (list) => openPairList(dataset.card, list, catalog, context),
        readSplits: (name) => openSplits(dataset.card, name, catalog, context),
        openOther: async (key) => {
          const other = datasets.get(key) ?? (await chooseDataset(data.get(key) ?? [], catalog, context));
          datasets.set(key, other);
          return { key, dataset: other };
        },
      });
      if (calibrating && task.protocol === 'pairs' && !task.condition) {
        checkOtherPeople({ task, dataset, prepared }, calibrating);
      }
      ready.push({ task, dataset, prepared, tools });
    } catch (thrown) {
      const reason = `${variants.join(' or ')} or its lists were neither in the cache nor in the mirror, and could not be fetched`;
      notMeasured.push({ what: task.id, reason, detail: whyUnavailable(thrown) });
    }
  }
  return { ready, notMeasured };
}

/** Why a task cannot be measured without others. */
function whyWithout({ condition }: PlannedTask, source: string | undefined, ready: Set<string>): string | undefined {
  if (source !== undefined && !ready.has(source)) return `its thresholds come from ${source}, which was not measured`;
  if (condition && !ready.has(condition.of)) return `it is of ${condition.of}, which was not measured`;
  return undefined;
}

function attributesOf(task: PlannedTask): string[] {
  switch (task.protocol) {
    case 'pairs':
    case 'all-pairs':
      return (task.groups ?? []).flat();
    case 'plates':
      return task.groups ?? [];
    case 'search':
      return typeof task.search === 'string' ? [] : passageAttributes(task.search);
    default:
      return [];
  }
}
