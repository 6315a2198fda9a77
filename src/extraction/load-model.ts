import { modelFiles } from '../catalog/check.js';
import type { ModelCard } from '../catalog/model-card.js';
import { type ObtainContext, obtainFile } from '../catalog/obtain-file.js';
import type { LoadedModel, Placement } from './extraction.js';

/** A model with its files, obtained and verified, to run on the processor. Throws `unavailable` for a file that cannot be had. */
export async function loadModel<Card extends ModelCard>(
  card: Card,
  context: ObtainContext,
): Promise<LoadedModel<Card>> {
  const paths: string[] = [];
  for (const file of modelFiles(card)) paths.push((await obtainFile(file, context)).path);
  const [path = '', ...companions] = paths;
  const placement = await tfjsPlacement(card);
  return { card, path, companions, ...(placement ? { placement } : {}) };
}

/** Where a network of TensorFlow.js runs: that depends on what the user has installed. */
async function tfjsPlacement({ format = 'onnx' }: ModelCard): Promise<Placement | undefined> {
  if (format === 'onnx') return undefined;
  const { readyTfjs } = await import('../runtimes/tfjs/backend.js');
  return { device: 'cpu', runsOn: [await readyTfjs()], batch: 1 };
}
