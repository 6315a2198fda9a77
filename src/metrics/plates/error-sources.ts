import { normaliseText, type TextRule } from '../../plates/normalise.js';
import type { Rate } from '../rate.js';
import { countEdits } from './align-texts.js';
import type { PlateTexts } from './read-texts.js';
import { byVehicle, shareOf } from './trials.js';

/**
 * What became of a true plate; the first that holds is its class:
 * - `right`: every character, end to end.
 * - `not found`: no found plate overlaps it by 0.1 (IoU) or more.
 * - `wrong box`: one does, but none was matched with it: the overlap is too small, or the found plate went to another one.
 * - `loose box`: matched and read wrong or not at all, but the reading of the box that the dataset gives is right.
 * - `no text`: there is a box, and nothing was read of it.
 * - `O/0 or I/1`: the text is right once O is 0 and I is 1.
 * - `substitution`, `extra`, `missing`: the best alignment has errors of this one kind only.
 * - `several kinds`: of more than one.
 */
export const ERROR_SOURCES = [
  'right',
  'not found',
  'wrong box',
  'loose box',
  'no text',
  'O/0 or I/1',
  'substitution',
  'extra',
  'missing',
  'several kinds',
] as const;
export type ErrorSource = (typeof ERROR_SOURCES)[number];

/** The share of each class, of all true plates with a text; the shares add up to 1. Intervals by vehicle. */
export function errorSources(
  texts: readonly PlateTexts[],
  rule: TextRule,
  level?: number,
): { readonly source: ErrorSource; readonly rate: Rate }[] {
  const sources = texts.map((plate) => sourceOf(plate, rule));
  const trials = byVehicle(
    texts.map(({ plate }) => plate.vehicle),
    'plates',
  );
  return ERROR_SOURCES.map((source) => ({
    source,
    rate: shareOf(`plates: ${source}`, trials, (k) => sources[k] === source, level),
  }));
}

/** The class of one plate under a rule. */
export function sourceOf({ plate, read, given }: PlateTexts, rule: TextRule): ErrorSource {
  if (read.right) return 'right';
  if (plate.place === 'not found' || plate.place === 'wrong box') return plate.place;
  if (plate.place === 'matched' && given?.right) return 'loose box';
  if (read.text === '') return 'no text';
  const folded: TextRule = rule.startsWith('latin') ? 'latin, O=0, I=1' : 'O=0, I=1';
  const same = (a: string, b: string) => normaliseText(a, folded).join('') === normaliseText(b, folded).join('');
  if (same(plate.text, plate.reading?.text ?? '')) return 'O/0 or I/1';
  const { substituted, missing, extra } = countEdits(read.alignment);
  if (missing === 0 && extra === 0) return 'substitution';
  if (substituted === 0 && missing === 0) return 'extra';
  if (substituted === 0 && extra === 0) return 'missing';
  return 'several kinds';
}
