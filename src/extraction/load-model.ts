import { modelFiles } from '../catalog/check.js';
import type { ModelCard } from '../catalog/model-card.js';
import { type ObtainContext, obtainFile } from '../catalog/obtain-file.js';
import type { LoadedModel } from './extraction.js';

/** A model with its files, obtained and verified, to run on the processor. Throws `unavailable` for a file that cannot be had. */
export async function loadModel<Card extends ModelCard>(
  card: Card,
  context: ObtainContext,
): Promise<LoadedModel<Card>> {
  const paths: string[] = [];
  for (const file of modelFiles(card)) paths.push((await obtainFile(file, context)).path);
  const [path = '', ...companions] = paths;
  return { card, path, companions };
}
