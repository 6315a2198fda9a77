import type { Reported } from '../section.js';
import { byConditionFigures } from './condition-figure.js';
import { crossGroupFigures } from './cross-group-figure.js';
import { densityFigures } from './density-figure.js';
import { detFigures } from './det-figure.js';
import type { Figure, FigureMaker } from './figure.js';
import { groupFigures } from './group-figure.js';
import { listSizeFigures } from './list-size-figure.js';
import { missedFigures } from './missed-figure.js';
import { confusionFigures } from './plates/confusion-figure.js';
import { errorShareFigures } from './plates/error-share-figure.js';
import { reliabilityFigures } from './plates/reliability-figure.js';
import { rankFigures } from './rank-figure.js';
import { scoreFigures } from './score-figure.js';

/** The kinds of figures, in reading order. */
const MAKERS: readonly FigureMaker[] = [
  missedFigures,
  detFigures,
  scoreFigures,
  byConditionFigures,
  densityFigures,
  groupFigures,
  crossGroupFigures,
  rankFigures,
  listSizeFigures,
  errorShareFigures,
  confusionFigures,
  reliabilityFigures,
];

/** Every figure of a run, in reading order; a run may have none. */
export function figuresOf(run: Reported): Figure[] {
  return MAKERS.flatMap((make) => make(run));
}
