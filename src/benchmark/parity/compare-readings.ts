import type { PlateReading } from '../../plates/plate.js';
import type { ParityResult } from '../../runtimes/devices/device-notes.js';
import { MOST_SHIFT } from './compare-places.js';

type Judged = Pick<ParityResult, 'state' | 'compared' | 'largestShift' | 'decisions'>;

/**
 * A device's readings of plates held against the processor's. Passed: the same texts, with confidences that differ by MOST_SHIFT
 * at most.
 */
export function compareReadings(device: readonly PlateReading[], processor: readonly PlateReading[]): Judged {
  const changed = processor.filter(({ text }, at) => device[at]?.text !== text).length;
  const largestShift = processor.reduce(
    (most, { confidence }, at) => Math.max(most, Math.abs(confidence - (device[at]?.confidence ?? Number.NaN))),
    0,
  );
  return {
    // Written so that NaN fails.
    state: processor.length > 0 && changed === 0 && largestShift <= MOST_SHIFT ? 'passed' : 'failed',
    compared: processor.length,
    largestShift: Number.isFinite(largestShift) ? largestShift : 1,
    decisions: { changed, of: processor.length, what: 'texts of plates' },
  };
}
