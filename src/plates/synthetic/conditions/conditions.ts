import { unknownName } from '../../../files/errors.js';
import { BLUR } from './blur.js';
import { ORDINARY_POSE, type PlateCondition } from './condition.js';
import { DIRT } from './dirt.js';
import { LOW_CONTRAST } from './low-contrast.js';
import { NIGHT_INFRARED } from './night-infrared.js';
import { PERSPECTIVE } from './perspective.js';

const CLEAN: PlateCondition = { name: 'clean', title: 'nearly straight, by day', pose: ORDINARY_POSE };

const SMALL: PlateCondition = {
  name: 'small',
  title: '35 to 60 pixels wide',
  pose: { ...ORDINARY_POSE, width: [35, 60] },
};

/** Every condition: a new one is a file beside this one and a line here. */
export const PLATE_CONDITIONS: readonly PlateCondition[] = [
  CLEAN,
  PERSPECTIVE,
  DIRT,
  BLUR,
  LOW_CONTRAST,
  NIGHT_INFRARED,
  SMALL,
];

/** The condition of that name. Throws FalsematchError for a name that none has. */
export function plateCondition(name: string): PlateCondition {
  const condition = PLATE_CONDITIONS.find((known) => known.name === name);
  if (condition) return condition;
  throw unknownName(
    'condition of plates',
    name,
    PLATE_CONDITIONS.map((known) => known.name),
  );
}
