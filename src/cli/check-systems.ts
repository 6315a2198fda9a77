import { unknownName } from '../files/errors.js';
import type { Run } from '../results/run-files.js';

/** Throws for a name of --models that no run has a system of. */
export function checkSystems(models: readonly string[] | undefined, runs: readonly Pick<Run, 'record'>[]): void {
  const names = [...new Set(runs.flatMap(({ record }) => record.systems.map(({ name }) => name)))];
  for (const model of models ?? []) if (!names.includes(model)) throw unknownName('system of these runs', model, names);
}
