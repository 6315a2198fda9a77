import { FalsematchError } from '../../files/errors.js';
import type { Corners } from '../box.js';
import type { Seen } from './step.js';

/** The marked plates, for a step that cannot do without; there may be none in the picture. */
export function platesOf({ plates }: Seen, step: string): readonly Corners[] {
  if (plates) return plates;
  throw new FalsematchError(
    `The step "${step}" needs the corners of the plates, and this dataset marks none; take a dataset whose plates are marked, such as drawn plates.`,
  );
}
