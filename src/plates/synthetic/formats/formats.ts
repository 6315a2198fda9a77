import { unknownName } from '../../../files/errors.js';
import { EU } from './eu.js';
import type { PlateFormat } from './format.js';
import { MERCOSUL } from './mercosul.js';
import { SERBIA } from './serbia.js';
import { US } from './us.js';

/** Every format that can be drawn: a new one is a file beside this one and a line here. */
export const PLATE_FORMATS: readonly PlateFormat[] = [SERBIA, EU, US, MERCOSUL];

/** The format of that name. Throws FalsematchError for a name that none has. */
export function plateFormat(name: string): PlateFormat {
  const format = PLATE_FORMATS.find((known) => known.name === name);
  if (format) return format;
  throw unknownName(
    'plate format',
    name,
    PLATE_FORMATS.map((known) => known.name),
  );
}
