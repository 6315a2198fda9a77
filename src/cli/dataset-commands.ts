import { stringify } from 'yaml';
import { checkDataset } from '../catalog/check.js';
import type { DatasetCard } from '../catalog/dataset-card.js';
import { isDatasetAtHand, obtainDataset } from '../catalog/dataset-store.js';
import { importDataset } from '../catalog/import-dataset.js';
import { datasetsHere, isInstalled } from '../catalog/installed-dataset.js';
import { loadCatalog } from '../catalog/load-cards.js';
import type { ObtainContext } from '../catalog/obtain-file.js';
import { removeDataset } from '../catalog/remove-dataset.js';
import { importOwn, type OwnImport } from '../datasets/import-own.js';
import { FalsematchError, nearestName, unknownName } from '../files/errors.js';
import { ensureGenerated } from '../plates/synthetic/generate-dataset.js';
import { obtainContext, type PlaceOptions } from './options.js';
import { printChecks } from './print-checks.js';
import { headingFirst, print, tableLines } from './print-table.js';

export interface ImportFlags extends PlaceOptions {
  readonly from: string;
  readonly layout?: string;
  readonly pairs?: string;
  readonly licence?: string;
  readonly consent?: string;
  readonly classes?: string;
}

/** Whether the bytes are on this machine: what is made here counts once it has been made. */
function isHere(card: DatasetCard, context: ObtainContext): Promise<boolean> {
  return card.generate ? isInstalled(context.home, card.name) : isDatasetAtHand(card, context);
}

function stateOf(card: DatasetCard, here: boolean): string {
  if (here) return 'here';
  return card.generate ? 'made on demand' : 'absent';
}

/** `falsematch datasets ls`. */
export async function listDatasets(flags: PlaceOptions): Promise<void> {
  const context = await obtainContext(flags);
  const { datasets } = await loadCatalog(context);
  const listed = await Promise.all(
    [...datasets.values()].map(async (card) => ({ card, here: await isHere(card, context) })),
  );
  const rows = listed.map(({ card, here }) => [
    card.name,
    card.kind,
    stateOf(card, here),
    card.licence.use,
    card.title,
  ]);
  print(
    tableLines([['dataset', 'kind', 'state', 'use', 'title'], ...rows]),
    {
      asked: flags.json ?? false,
      value: listed.map(({ card, here }) => ({ ...card, here })),
    },
    headingFirst,
  );
}

/** `falsematch datasets show`. */
export async function showDataset(name: string, flags: PlaceOptions): Promise<void> {
  const context = await obtainContext(flags);
  const card = (await loadCatalog(context)).dataset(name);
  const here = await isHere(card, context);
  print([stringify(card).trimEnd(), `${name}: ${stateOf(card, here)}`], {
    asked: flags.json ?? false,
    value: { ...card, here },
  });
}

/** `falsematch datasets pull`. */
export async function pullDatasets(names: readonly string[], flags: PlaceOptions): Promise<void> {
  const context = await obtainContext(flags);
  const catalog = await loadCatalog(context);
  const cards = names.map((name) => catalog.dataset(name));
  const pulled = [];
  for (const card of cards) {
    await ensureGenerated(card, context);
    const { root, files, digest } = await obtainDataset(card, context);
    pulled.push({ dataset: card.name, root, files: files.length, digest });
  }
  print(
    pulled.map(
      ({ dataset, root, files, digest }) => `${dataset}: ${files} files, content digest ${digest}, in ${root}`,
    ),
    { asked: flags.json ?? false, value: pulled },
  );
}

/** `falsematch datasets import`: a copy of a known dataset, or (with --layout) one's own pictures. */
export async function importNamed(name: string, flags: ImportFlags): Promise<void> {
  const context = await obtainContext(flags);
  const catalog = await loadCatalog(context);
  if (flags.layout === undefined) {
    if (!catalog.datasets.has(name)) {
      const unknown = unknownName('dataset', name, [...catalog.datasets.keys()]);
      throw new FalsematchError(
        `${unknown.message} For your own pictures add --layout subject-folders or --layout csv, for plates --layout openalpr, ccpd, voc, yolo or text-csv.`,
      );
    }
    const { root, files, digest } = await importDataset(catalog.dataset(name), flags.from, context);
    print([`${name}: ${files.length} files, content digest ${digest}, in ${root}`], {
      asked: flags.json ?? false,
      value: { dataset: name, root, files: files.length, digest },
    });
    return;
  }
  const { from, layout, pairs, licence, consent, classes } = flags;
  const statements = { ...(licence ? { licence } : {}), ...(consent ? { consent } : {}) };
  const plateClasses = classes === undefined ? {} : { classes: readClasses(classes) };
  const own = await importOwn(
    { name, from, layout, ...(pairs ? { pairs } : {}), ...statements, ...plateClasses },
    catalog,
    context.home,
  );
  if (own.missing.length > 0) {
    process.stderr.write(
      `Warning: ${own.missing.length} pictures that the manifest, the pairs or the labels name are not there and will count as failures: ${own.missing.slice(0, 5).join(', ')}\n`,
    );
  }
  if (own.leftOut.length > 0) {
    process.stderr.write(
      `Warning: ${own.leftOut.length} files are no pictures of this layout, or links, and are left out: ${own.leftOut.slice(0, 5).join(', ')}\n`,
    );
  }
  print(importLines(own), { asked: flags.json ?? false, value: own });
}

/** What was found in one's own pictures, and what to do with them. */
export function importLines({ card, samples, plates, digest }: OwnImport): string[] {
  if (!plates) {
    return [
      `${card.name}: ${samples} pictures, content digest ${digest}`,
      `Run: falsematch run own --data pictures=${card.name}`,
    ];
  }
  const { labelled, texts } = plates;
  return [`${card.name}: ${samples} pictures, ${labelled} plates, ${texts} texts, content digest ${digest}`];
}

/** "0, 2" or "plate, licence": numbers where they are whole numbers, names otherwise. */
function readClasses(text: string): (number | string)[] {
  const classes = text.split(',').map((part) => part.trim());
  if (classes.includes('')) {
    throw new FalsematchError(
      `--classes must be class numbers or names with commas between them, found ${JSON.stringify(text)}; write, for example, --classes 0,2.`,
    );
  }
  return classes.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** `falsematch datasets remove`. */
export async function removeNamed(name: string, flags: PlaceOptions): Promise<void> {
  const context = await obtainContext(flags);
  // The card may be broken, which is no reason to keep the pictures.
  const found = await removeDataset(name, context.home);
  if (!found.copy && !found.card) {
    const near = nearestName(name, await datasetsHere(context.home));
    const hint = near ? `did you mean "${near}"?` : 'see "falsematch datasets ls".';
    throw new FalsematchError(`There is no copy of a dataset named "${name}" here; ${hint}`);
  }
  const what = [...(found.copy ? ['the copy'] : []), ...(found.card ? ['its card'] : [])].join(' and ');
  print([`${name}: deleted ${what}`], { asked: flags.json ?? false, value: { dataset: name, ...found } });
}

/** `falsematch datasets check`: exit 2 when bytes are wrong or a named dataset is absent. */
export async function checkDatasets(names: readonly string[], flags: PlaceOptions): Promise<void> {
  const context = await obtainContext(flags);
  const catalog = await loadCatalog(context);
  const cards = names.length > 0 ? names.map((name) => catalog.dataset(name)) : [...catalog.datasets.values()];
  const checks = [];
  for (const card of cards) checks.push({ name: card.name, ...(await checkDataset(card, context)) });
  printChecks('dataset', checks, { named: names.length > 0, json: flags.json ?? false });
}
