import { stat } from 'node:fs/promises';
import type { CardFile } from '../catalog/card-parts.js';
import { modelFiles } from '../catalog/check.js';
import { loadCatalog } from '../catalog/load-cards.js';
import { mirrorFolderExists, mirrorPlace } from '../catalog/mirror.js';
import type { Check, Finding } from './check.js';

export const mirrorFolder: Check = {
  name: 'mirror',
  async look({ home, mirror }) {
    if (!mirror) {
      return { state: 'ok', text: 'none is named; files come from where their cards say', facts: { mirror: null } };
    }
    if (mirrorPlace(mirror, '.').kind === 'address') {
      return {
        state: 'ok',
        text: `${mirror} is an address, which was not asked: doctor keeps off the network`,
        facts: { mirror },
      };
    }
    if (!(await mirrorFolderExists(mirror))) {
      const mend = 'correct --mirror or FALSEMATCH_MIRROR, or leave it out';
      return { state: 'failure', text: `${mirror} is not there, or no folder`, mend, facts: { mirror, exists: false } };
    }
    const { models, datasets } = await loadCatalog({ home });
    const files = [
      ...[...models.values()].flatMap(modelFiles),
      ...[...datasets.values()].flatMap((card) => card.files),
    ];
    return judgeMirror(mirror, new Map(files.map((file) => [file.name, file])));
  },
};

/** What of the catalog's files a mirror holds, by name and size; their bytes are verified when they are used. */
async function judgeMirror(mirror: string, files: ReadonlyMap<string, CardFile>): Promise<Finding> {
  const held: string[] = [];
  const wrong: string[] = [];
  for (const [name, { bytes }] of files) {
    const place = mirrorPlace(mirror, name);
    if (place.kind !== 'folder') continue;
    const found = await stat(place.path).catch(() => undefined);
    if (!found?.isFile()) continue;
    (bytes === undefined || bytes === found.size ? held : wrong).push(name);
  }
  const facts = { mirror, exists: true, held: held.length, files: files.size, wrong };
  const text = `${mirror} holds ${held.length} of the ${files.size} files that the cards name`;
  if (wrong.length > 0) {
    const mend = 'copy them into it again; as they are they will be refused';
    return {
      state: 'warning',
      text: `${text}; of another size than their cards say: ${wrong.join(', ')}`,
      mend,
      facts,
    };
  }
  if (held.length > 0) return { state: 'ok', text, facts };
  return { state: 'warning', text, mend: 'see whether it is the folder that you mean', facts };
}
