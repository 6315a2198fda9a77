import { conditionNames, loadCondition } from '../images/conditions/load-conditions.js';
import { needsOf, stepTexts } from '../images/conditions/step-schema.js';
import { STEP_KINDS } from '../images/conditions/steps.js';
import { conditionLines, conditionRows, stepRows } from '../report/conditions/card-lines.js';
import { type SheetFlags, showOnPicture } from './condition-sheet.js';
import { print, tableLines } from './print-table.js';

export interface JsonFlag {
  readonly json?: boolean;
}

/** `falsematch conditions ls`. */
export async function listConditions({ json = false }: JsonFlag): Promise<void> {
  const cards = await Promise.all((await conditionNames()).map(loadCondition));
  const value = cards.map(({ name, about, title }) => ({ name, about, title }));
  print(tableLines(conditionRows(cards)), { asked: json, value });
}

/** `falsematch conditions show`: what a condition does, in words or, with --from, on a picture. */
export async function showCondition(name: string, flags: SheetFlags & JsonFlag): Promise<void> {
  const card = await loadCondition(name);
  const shown = await showOnPicture(card, flags);
  const json = flags.json ?? false;
  if (shown) return print(shown.lines, { asked: json, value: shown.value });
  const value = { ...card, needs: [...needsOf(card.steps)], texts: stepTexts(card.steps) };
  print(conditionLines(card), { asked: json, value });
}

/** `falsematch conditions steps`. */
export function listSteps({ json = false }: JsonFlag): void {
  const value = STEP_KINDS.map(({ name, title, sweep }) => ({ name, title, sweep: sweep ?? null }));
  print(tableLines(stepRows(STEP_KINDS)), { asked: json, value });
}
