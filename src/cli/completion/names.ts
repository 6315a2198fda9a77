import { homePath } from '../../catalog/home.js';
import { type Catalog, loadCatalog } from '../../catalog/load-cards.js';

/** What names may be the names of, and where they come from; what is not asked for is not loaded. */
const NAMES = {
  suites: async () => (await import('../../benchmark/load-suite.js')).suiteNames(),
  models: () => cardNames(({ models }) => models),
  datasets: () => cardNames(({ datasets }) => datasets),
  conditions: async () => (await import('../../images/conditions/load-conditions.js')).conditionNames(),
  claims: async () => (await import('../../claims/read-claims.js')).claimFileNames(),
  layouts: async () => (await import('../../datasets/own-card.js')).OWN_LAYOUTS,
  plateFormats: async () =>
    (await import('../../plates/synthetic/formats/formats.js')).PLATE_FORMATS.map(({ name }) => name),
  plateConditions: async () =>
    (await import('../../plates/synthetic/conditions/conditions.js')).PLATE_CONDITIONS.map(({ name }) => name),
} satisfies Readonly<Record<string, () => Promise<readonly string[]>>>;

export type NameKind = keyof typeof NAMES;

/** The names of a kind that are known here, of the package and of the user's own cards. */
export function namesOf(kind: NameKind): Promise<readonly string[]> {
  return NAMES[kind]();
}

async function cardNames(of: (catalog: Catalog) => ReadonlyMap<string, unknown>): Promise<readonly string[]> {
  return [...of(await loadCatalog({ home: await homePath() })).keys()];
}
