import { loadCatalog } from '../catalog/load-cards.js';
import { type AddedModel, addModel } from '../extraction/add-model.js';
import type { OwnModel } from '../extraction/own-model-card.js';
import { referenceFaces } from '../extraction/reference-faces.js';
import { obtainContext, type PlaceOptions } from './options.js';
import { spreadText } from './print-checks.js';
import { print } from './print-table.js';

export type AddModelFlags = PlaceOptions & Omit<OwnModel, 'file'>;

/** `falsematch models add`. */
export async function addModelCommand(file: string, flags: AddModelFlags): Promise<void> {
  const context = await obtainContext(flags);
  const catalog = await loadCatalog(context);
  const faces = await referenceFaces(catalog, context);
  const { home: _, mirror: __, offline: ___, quiet: ____, json, ...own } = flags;
  const added = await addModel({ ...own, file }, catalog, context.home, faces);
  print(addedLines(added), { asked: json ?? false, value: added });
}

/** What was made of a file, how it is fed, and what to do next. */
export function addedLines({ card, cardPath, templates }: AddedModel): string[] {
  const { name, dimensions, precision = 'float32', input } = card;
  const { size, colour, mean, divisor, layout = 'NCHW' } = input;
  return [
    `${name}: ${dimensions} numbers, ${precision}, fed ${size.join('x')} ${colour} (x - ${mean}) / ${divisor}, ${layout}; ${spreadText(templates)}.`,
    `Its card is ${cardPath}; its file is kept in the cache.`,
    'Wrong colours or numbers make a model worse and are not seen here: compare with what its authors publish.',
    '',
    `falsematch run quickstart --with ${name}`,
    `falsematch run own --data pictures=my-set --with ${name}`,
  ];
}
