import {
  expandConditions,
  type PlannedTask,
  type TaskCondition,
} from '../../../src/benchmark/conditions/expand-conditions.js';
import { type Suite, suiteSchema } from '../../../src/benchmark/suite.js';

export const PAIRS = { id: 'list', protocol: 'pairs', data: 'faces', pairs: 'view2', at: ['1e-2', '1e-3'] };
export const SEARCH = {
  id: 'watch',
  protocol: 'search',
  data: 'faces',
  search: { gallery: { subjects: 10 } },
  at: ['1e-1'],
};
export const PLATES = { id: 'plates', protocol: 'plates', data: 'plates' };
export const JPEG = { name: 'small', steps: [{ step: 'jpeg', quality: 20 }] };

/** A suite of these tasks. */
export const suiteOf = (...tasks: readonly object[]): Suite =>
  suiteSchema.parse({
    name: 'mine',
    title: 'Mine',
    data: { faces: 'lfw', plates: 'openalpr-endtoend-eu' },
    systems: [
      { model: 'mobilefacenet-y1' },
      { reader: 'fast-plate-ocr-cct-xs-v1-global', detector: 'hyperlpr3-y5fu-320' },
    ],
    tasks,
  });

/** The tasks that a suite of these tasks is measured by. */
export const expanded = async (...tasks: readonly object[]): Promise<readonly PlannedTask[]> =>
  (await expandConditions(suiteOf(...tasks))).tasks;

/** A list of pairs through conditions. */
export const through = (...conditions: readonly unknown[]) => ({ ...PAIRS, conditions: { through: conditions } });

/** The conditions of a list of pairs. */
export const conditionsOf = async (...conditions: readonly unknown[]): Promise<TaskCondition[]> =>
  (await expanded(through(...conditions))).flatMap(({ condition }) => (condition ? [condition] : []));
