import type { MadeUpRun } from '../../../support/run.js';

/** Names that must stay text, on one line, in their own place, and short where there is little room. */
export const HOSTILE = `<script>alert("1")</script>'&\u202e\u0007\ud800\nforged ${'x'.repeat(10_000)}`;

/** A run in which everything that people name has a hostile name: systems, tasks, conditions, sweeps, groups and lists. */
export function hostile<Run extends Pick<MadeUpRun, 'record' | 'rows' | 'tables'>>(run: Run): Run {
  const evil = (name: string) => `${name}${HOSTILE}`;
  const { record } = run;
  // Values of attributes are quoted where they hold what stands between them, as a run quotes them.
  const group = (name: string) =>
    name
      .replace(/\b(female|male|black|white)\b/g, (value) => JSON.stringify(evil(value)))
      .replace(/list of \d+/g, evil);
  return {
    ...run,
    record: {
      ...record,
      systems: record.systems.map((system) => ({ ...system, name: evil(system.name) })),
      tasks: record.tasks.map(({ condition, ...task }) => ({
        ...task,
        id: evil(task.id),
        title: evil(task.title),
        ...(condition
          ? {
              condition: {
                ...condition,
                name: evil(condition.name),
                title: evil(condition.title),
                of: evil(condition.of),
                thresholdsFrom: evil(condition.thresholdsFrom),
                ...(condition.sweep
                  ? { sweep: { ...condition.sweep, of: evil(condition.sweep.of), unit: evil(condition.sweep.unit) } }
                  : {}),
              },
            }
          : {}),
      })),
    },
    rows: run.rows.map((row) => ({
      ...row,
      task: evil(row.task),
      model: evil(row.model),
      group: group(row.group),
      calibration: group(row.calibration),
    })),
    tables: new Map(
      [...run.tables].map(([id, own]) => [
        evil(id),
        {
          ...own,
          systems: new Map([...own.systems].map(([name, tables]) => [evil(name), tables])),
          ...(own.lists ? { lists: { ...own.lists, names: own.lists.names.map(evil) } } : {}),
        },
      ]),
    ),
  };
}
