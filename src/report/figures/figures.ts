import type { Reported } from '../section.js';
import { detFigures } from './det-figure.js';
import type { Figure, FigureMaker } from './figure.js';
import { missedFigures } from './missed-figure.js';
import { scoreFigures } from './score-figure.js';

/** The kinds of figures, in reading order. */
const MAKERS: readonly FigureMaker[] = [missedFigures, detFigures, scoreFigures];

/** Every figure of a run, in reading order; a run may have none. */
export function figuresOf(run: Reported): Figure[] {
  return MAKERS.flatMap((make) => make(run));
}
