import { stat } from 'node:fs/promises';
import { describeModel } from '../benchmark/describe.js';
import type { ModelCard } from '../catalog/model-card.js';
import { isPlateSystem, type LoadedModel, modelsOf, type System } from '../extraction/extraction.js';
import type { ModelRole, ModelSpeed } from './speed-report.js';

/** The models of a system, each with its bytes, its precision and where it runs. */
export function describeModels(system: System): Promise<ModelSpeed[]> {
  return Promise.all(
    modelsOf(system).map(async (model) => {
      const sizes = await Promise.all([model.path, ...model.companions].map(async (path) => (await stat(path)).size));
      const record = describeModel(model);
      return {
        ...record,
        role: roleOf(system, model),
        bytes: sizes.reduce((sum, size) => sum + size, 0),
        precision: record.precision ?? 'float32',
        placement: record.placement ?? { device: 'cpu', runsOn: ['cpu'], batch: 1 },
      };
    }),
  );
}

/** What a model of a system is to it. */
export function roleOf(system: System, model: LoadedModel<ModelCard>): ModelRole {
  if (model === system.detector) return 'detector';
  if (isPlateSystem(system)) return 'reader';
  return model === system.landmarks ? 'landmarks' : 'template';
}
