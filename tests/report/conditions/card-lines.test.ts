import { expect, it } from 'vitest';
import { conditionCardSchema } from '../../../src/images/conditions/condition-card.js';
import { STEP_KINDS } from '../../../src/images/conditions/steps.js';
import { conditionLines, conditionRows, stepRows } from '../../../src/report/conditions/card-lines.js';

const CARD = conditionCardSchema.parse({
  name: 'far',
  title: 'Far away',
  description: 'A long way off.\n',
  about: 'plates',
  steps: [
    { step: 'pixel-density', density: '100 px/m' },
    { step: 'jpeg', quality: 80 },
  ],
  notes: 'Made up.',
});

it('says in words what a condition does and needs', () => {
  expect(conditionLines(CARD)).toEqual([
    'far: Far away',
    '  A long way off.',
    '',
    'For pictures of plates, in this order:',
    '  1. resampled to 100 px/m',
    '  2. JPEG, quality 80',
    '',
    'Must be known or there: the pixels per metre at the subject.',
    '',
    'Made up.',
  ]);
  const { description: _, notes: __, ...short } = CARD;
  const lines = conditionLines({ ...short, about: 'any', steps: [{ step: 'jpeg', quality: 80 }] });
  expect(lines.slice(0, 3)).toEqual(['far: Far away', '', 'For pictures of faces or plates, in this order:']);
  expect(lines.at(-1)).toBe('Must be known or there: nothing but the picture.');
});

it('lists conditions, and steps with what a sweep changes', () => {
  expect(conditionRows([CARD])).toEqual([
    ['condition', 'about', 'title'],
    ['far', 'plates', 'Far away'],
  ]);
  const rows = stepRows(STEP_KINDS);
  expect(rows).toHaveLength(STEP_KINDS.length + 1);
  expect(rows).toContainEqual(['camera', 'distance, in m', 'the subject as large as a camera at a distance sees it']);
  expect(rows).toContainEqual(['jpeg', 'quality', 'compressed as JPEG']);
  expect(stepRows([{ ...STEP_KINDS[0]!, sweep: undefined } as never])[1]?.[1]).toBe('-');
});
