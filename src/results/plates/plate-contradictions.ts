import type { TaskRecord } from '../run-record.js';
import type { PlateLabels } from './label-table.js';
import type { PictureReadings } from './reading-table.js';

/** Where a task's record contradicts its table of labels, a sentence each. */
export function labelContradictions({ plates }: TaskRecord, labels: PlateLabels | undefined): string[] {
  if (!plates && !labels) return [];
  if (!plates) return ['there is a table of labels, and run.json says nothing of plates'];
  if (!labels) return ['run.json says that plates were read, and there is no table of labels'];
  const all = labels.pictures.flatMap((picture) => picture.plates);
  const counts = {
    plates: [plates.labels, all.length],
    pictures: [plates.pictures, labels.pictures.length],
    vehicles: [plates.vehicles, new Set(all.map(({ vehicle }) => vehicle)).size],
  };
  const problems = Object.entries(counts).flatMap(([what, [announced, found]]) =>
    announced === found ? [] : [`run.json announces ${announced} ${what}, and the table of labels has ${found}`],
  );
  const groups = plates.groups ?? [];
  return groups.join('\n') === labels.attributes.join('\n')
    ? problems
    : [
        ...problems,
        `run.json groups by ${groups.join(', ')}, and the table of labels has ${labels.attributes.join(', ')}`,
      ];
}

/** Where the table of a system's readings contradicts itself, a sentence each. */
export function readingContradictions(pictures: readonly PictureReadings[]): string[] {
  return pictures.flatMap(({ sample, found, given }) => {
    const unordered = found.some(({ score }, index) => score > (found[index - 1]?.score ?? 1));
    const readings = [...found.map(({ reading }) => reading), ...given];
    const other = readings.find((reading) => reading?.ranked && reading.ranked[0]?.text !== reading.text);
    return [
      ...(unordered ? [`${sample}: plates are not in the order of their scores`] : []),
      ...(other ? [`${sample}: "${other.text}" is not the first of its ranked texts`] : []),
    ];
  });
}
