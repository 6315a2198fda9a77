import { FalsematchError } from '../files/errors.js';
import type { CardFile } from './card-parts.js';
import type { DatasetCard } from './dataset-card.js';
import { isInstalled, verifyInstalled } from './installed-dataset.js';
import { mirrorPlace } from './mirror.js';
import type { ModelCard } from './model-card.js';
import { cachedPath, type ObtainContext } from './obtain-file.js';
import { verifyFile } from './verify-file.js';

/** What is on this machine of a model or a dataset, its bytes verified just now. */
export type CheckResult =
  /** `places`: "unpacked", "cache", "mirror". */
  | { readonly state: 'ok'; readonly places: readonly string[] }
  | { readonly state: 'absent'; readonly missing: readonly string[] }
  | { readonly state: 'wrong'; readonly detail: string };

/** The files that a model needs. */
export function modelFiles(card: ModelCard): CardFile[] {
  return [card.file, ...card.companions];
}

async function checkFiles(files: readonly CardFile[], { home, mirror }: ObtainContext): Promise<CheckResult> {
  const places = new Set<string>();
  const missing: string[] = [];
  for (const file of files) {
    const mirrored = mirror === undefined ? undefined : mirrorPlace(mirror, file.name);
    const candidates: [string, string][] = [['cache', cachedPath(home, file)]];
    if (mirrored?.kind === 'folder') candidates.push(['mirror', mirrored.path]);
    let found = false;
    for (const [place, path] of candidates) {
      const state = await verifyFile(path, file.sha256);
      if (state.state === 'wrong') return { state: 'wrong', detail: `${path}: ${state.detail}` };
      if (state.state === 'absent') continue;
      found = true;
      places.add(place);
    }
    if (!found) missing.push(file.name);
  }
  return missing.length > 0 ? { state: 'absent', missing } : { state: 'ok', places: [...places] };
}

/** Verifies the files of a model in the cache and in a folder mirror; downloads nothing. */
export function checkModel(card: ModelCard, context: ObtainContext): Promise<CheckResult> {
  return checkFiles(modelFiles(card), context);
}

/** Verifies an unpacked dataset, or else its files in the cache and in a folder mirror; downloads nothing. */
export async function checkDataset(card: DatasetCard, context: ObtainContext): Promise<CheckResult> {
  if (!(await isInstalled(context.home, card.name))) {
    return card.files.length === 0 ? { state: 'absent', missing: [card.name] } : checkFiles(card.files, context);
  }
  try {
    await verifyInstalled(card, context.home);
    return { state: 'ok', places: ['unpacked'] };
  } catch (thrown) {
    if (thrown instanceof FalsematchError) return { state: 'wrong', detail: thrown.message };
    throw thrown;
  }
}
