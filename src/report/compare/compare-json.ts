import type { ComparedRun, ComparedRuns } from './compared-runs.js';
import { nothingText } from './runs-sections.js';
import { sharedFigures } from './shared-figures.js';

/** Two runs side by side as data: what a page says, with the paired differences in full. */
export function compareJson(compared: ComparedRuns): string {
  const { first, second, differs, onlyFirst, onlySecond, tasks, paired } = compared;
  const value = {
    first: runValue(first),
    second: runValue(second),
    isOneRun: compared.isOneRun,
    nothing: nothingText(compared) ?? null,
    differs,
    onlyFirst,
    onlySecond,
    tasks: tasks.map((shared) => ({
      task: shared.task.id,
      title: shared.task.title,
      protocol: shared.task.protocol,
      dataset: shared.task.dataset,
      differs: shared.differs ?? null,
      ...sharedFigures(compared, shared),
    })),
    paired,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function runValue({ record, digest, altered }: ComparedRun) {
  const { suite, tool, environment, seed } = record;
  return { title: suite.title, suite: suite.name, digest, tool, environment, seed, altered };
}
