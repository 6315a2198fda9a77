import { count } from '../../results/figure-text.js';
import type { SpeedWarning } from '../../speed/speed-report.js';

/** A warning in a sentence that says what it makes of the figures. */
export function warningText(warning: SpeedWarning): string {
  switch (warning.kind) {
    case 'few-pictures':
      return `the data have ${count(warning.found)} different pictures, and ${count(warning.asked)} were asked for.`;
    case 'wide':
      return `the middle 80% of the times of ${warning.stage} span ${times(warning.spread)} their median: pictures differ, and a median does not stand for them.`;
    case 'unsteady':
      return `the same picture took times that span ${times(warning.spread)} their median from round to round: the machine was not steady.`;
    case 'drift':
      return `pictures a second with ${warning.workers} ${workers(warning.workers)} span ${times(warning.spread)} their median from round to round: take more rounds on a quiet machine.`;
    case 'short':
      return `a round with ${warning.workers} ${workers(warning.workers)} took ${warning.seconds.toFixed(1)} s, in which the start of the workers weighs: take more pictures.`;
    case 'busy':
      return `other programs used ${warning.otherCores.toFixed(2)} cores meanwhile: the figures are lower than this machine can do alone.`;
    case 'loaded':
      return `the load average was ${warning.loadBefore.toFixed(2)} before: other programs may have made the figures lower.`;
  }
}

function times(spread: number): string {
  return `${Number(spread.toPrecision(2))} times`;
}

function workers(number: number): string {
  return number === 1 ? 'worker' : 'workers';
}
