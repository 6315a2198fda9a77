import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Catalog, loadCatalog } from '../../src/catalog/load-cards.js';

/** A new empty folder. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'falsematch-'));
}

/** The packaged cards, without any of the user's own. */
export function packagedCatalog(): Promise<Catalog> {
  return loadCatalog({ home: temporaryFolder() });
}
