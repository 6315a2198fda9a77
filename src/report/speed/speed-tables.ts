import type { Latency, Scaling, Throughput } from '../../speed/speed-report.js';
import type { Range, Spread } from '../../speed/spread.js';

type Cells = readonly string[];

/** The times of one picture alone, in milliseconds. */
export function latencyTable({ stages, networks, picture }: Latency): string[] {
  const row = (label: string, { median, p10, p90, min, max, times }: Spread): Cells => [
    label,
    ...[median, p10, p90, min, max].map(digits),
    String(times),
  ];
  return table([
    ['ms, one picture alone', 'median', 'p10', 'p90', 'min', 'max', 'times'],
    ...stages.map(({ stage, ...spread }) => row(stage, spread)),
    row('whole picture', picture),
    ...networks.map(({ role, ...spread }) => row(`network of ${role}`, spread)),
  ]);
}

/** What is done in a second, round by round. */
export function throughputTable(
  throughput: readonly Throughput[],
  scaling: Scaling | undefined,
  results: string,
): string[] {
  const row = (label: string, { median, min, max }: Range): Cells => [label, ...[median, min, max].map(digits)];
  return table([
    ['a second, start of workers too', 'median', 'min', 'max'],
    ...throughput.map(({ workers, pictures }) => row(`pictures, ${workersText(workers)}`, pictures)),
    ...throughput.map((one) => row(`${results}, ${workersText(one.workers)}`, one.results)),
    ...throughput.map(({ workers, cores }) => row(`cores in use, ${workersText(workers)}`, cores)),
    ...(scaling
      ? [
          ...(scaling.ceiling ? [row('ceiling of the cores, pictures', scaling.ceiling)] : []),
          ...(scaling.shareOfCeiling ? [row('share of the ceiling', scaling.shareOfCeiling)] : []),
          row(`${workersText(throughput.at(-1)?.workers ?? 1)} against one`, scaling.speedUp),
        ]
      : []),
  ]);
}

function workersText(workers: number): string {
  return workers === 1 ? '1 worker' : `${workers} workers`;
}

const COLUMN = 8;

/** The first column to the left, the others to the right. */
function table(rows: readonly Cells[]): string[] {
  const width = Math.max(...rows.map(([label = '']) => label.length));
  return rows.map(
    ([label = '', ...cells]) =>
      `  ${label.padEnd(width)}${cells.map((cell) => ` ${cell.padStart(COLUMN - 1)}`).join('')}`,
  );
}

/** Three significant digits, or all before the point: "0.302", "7.46", "117", "1234". */
function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
