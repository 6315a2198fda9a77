import { stringify } from 'yaml';
import { checkModel, modelFiles } from '../catalog/check.js';
import { keepFile } from '../catalog/keep-file.js';
import { loadCatalog } from '../catalog/load-cards.js';
import { checkModelHere } from '../extraction/check-model.js';
import { type ReferenceFace, referenceFaces } from '../extraction/reference-faces.js';
import { obtainContext, type PlaceOptions } from './options.js';
import { checkLine, printChecks } from './print-checks.js';
import { headingFirst, print, tableLines } from './print-table.js';

/** `falsematch models ls`. */
export async function listModels(flags: PlaceOptions): Promise<void> {
  const context = await obtainContext(flags);
  const { models } = await loadCatalog(context);
  const listed = await Promise.all(
    [...models.values()].map(async (card) => ({ card, here: (await checkModel(card, context)).state })),
  );
  const rows = listed.map(({ card, here }) => [
    card.name,
    card.kind,
    here === 'ok' ? 'here' : here,
    card.licence.use,
    card.title,
  ]);
  print(
    tableLines([['model', 'kind', 'state', 'use', 'title'], ...rows]),
    {
      asked: flags.json ?? false,
      value: listed.map(({ card, here }) => ({ ...card, state: here })),
    },
    headingFirst,
  );
}

/** `falsematch models show`. */
export async function showModel(name: string, flags: PlaceOptions): Promise<void> {
  const context = await obtainContext(flags);
  const card = (await loadCatalog(context)).model(name);
  const check = await checkModel(card, context);
  print([stringify(card).trimEnd(), checkLine({ name, ...check })], {
    asked: flags.json ?? false,
    value: { ...card, check },
  });
}

/** `falsematch models pull`. */
export async function pullModels(names: readonly string[], flags: PlaceOptions): Promise<void> {
  const context = await obtainContext(flags);
  const catalog = await loadCatalog(context);
  const cards = names.map((name) => catalog.model(name));
  const pulled = [];
  for (const card of cards) {
    for (const file of modelFiles(card))
      pulled.push({ model: card.name, file: file.name, ...(await keepFile(file, context)) });
  }
  print(
    pulled.map(({ model, path, from }) => `${model}: ${path} (${from})`),
    { asked: flags.json ?? false, value: pulled },
  );
}

/** `falsematch models check`: exit 2 when one does not do what its card says, or a named one is absent. */
export async function checkModels(names: readonly string[], flags: PlaceOptions): Promise<void> {
  const context = await obtainContext(flags);
  const catalog = await loadCatalog(context);
  const cards = names.length > 0 ? names.map((name) => catalog.model(name)) : [...catalog.models.values()];
  let faces: Promise<ReferenceFace[]> | undefined;
  const facesOnce = () => {
    faces ??= referenceFaces(catalog, context);
    return faces;
  };
  const checks = [];
  for (const card of cards) {
    checks.push({ name: card.name, ...(await checkModelHere(card, context, facesOnce)) });
  }
  printChecks('model', checks, { named: names.length > 0, json: flags.json ?? false });
}
