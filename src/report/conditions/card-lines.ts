import type { ConditionCard } from '../../images/conditions/condition-card.js';
import type { StepKind, StepNeed } from '../../images/conditions/step.js';
import { needsOf, stepTexts } from '../../images/conditions/step-schema.js';
import { wrap } from '../wrap.js';

const NEEDS: Readonly<Record<StepNeed, string>> = {
  density: 'the pixels per metre at the subject',
  face: 'the five points of a face',
  plates: 'the corners of the plates',
  ffmpeg: 'ffmpeg on this machine',
};

/** What the terminal shows of a condition. */
export function conditionLines(card: ConditionCard): string[] {
  const { name, title, description, about, steps, notes } = card;
  const needs = [...needsOf(steps)].map((need) => NEEDS[need]);
  return [
    ...wrap(`${name}: ${title}`),
    ...(description ? wrap(description, '  ') : []),
    '',
    `For pictures of ${about === 'any' ? 'faces or plates' : about}, in this order:`,
    ...stepTexts(steps).flatMap((text, at) => wrap(`${at + 1}. ${text}`, '  ')),
    '',
    ...wrap(`Must be known or there: ${needs.length > 0 ? needs.join('; ') : 'nothing but the picture'}.`),
    ...(notes ? ['', ...wrap(notes)] : []),
  ];
}

/** A table of conditions, its heading included. */
export function conditionRows(cards: readonly ConditionCard[]): string[][] {
  return [['condition', 'about', 'title'], ...cards.map(({ name, about, title }) => [name, about, title])];
}

/** A table of the steps that conditions are made of, its heading included. */
export function stepRows(kinds: readonly StepKind[]): string[][] {
  return [
    ['step', 'a sweep changes', 'what it is'],
    ...kinds.map(({ name, sweep, title }) => [name, sweepText(sweep), title]),
  ];
}

function sweepText(sweep: StepKind['sweep']): string {
  if (!sweep) return '-';
  return sweep.unit === '' ? sweep.parameter : `${sweep.parameter}, in ${sweep.unit}`;
}
