import { count, levelText } from '../../results/figure-text.js';
import type { TaskRecord } from '../../results/run-record.js';

/** How figures of plates are to be read: what is counted, what counts as found, what two texts may differ in. */
export function platesText(
  { labels, pictures, vehicles, iou, alphabet }: NonNullable<TaskRecord['plates']>,
  level: number,
): string {
  const readers = alphabet === undefined ? '' : ` Readers of many scripts may give only ${alphabet}.`;
  return `${count(labels)} plates of ${count(vehicles)} vehicles in ${count(pictures)} pictures. A plate is found when the system's box and the marked one overlap by ${iou} (intersection over union), by falling confidence of the detector. Read right: found, and every character right; a plate that was not found was not read. At the label: read at the place that the dataset marks. Text rules: strict compares letters and digits, without case, spaces and marks; under "O=0, I=1" the letter O is also the digit 0, and the letter I the digit 1, as many published figures have it.${readers} Intervals are at ${levelText(level)} and draw vehicles, not pictures.`;
}
