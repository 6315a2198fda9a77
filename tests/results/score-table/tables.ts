import { parseScoreTable, type ScoreTable } from '../../../src/results/score-table/parse-score-table.js';
import { gaussian } from '../../support/gaussian.js';

/** A table from the text of a CSV. */
export const table = (text: string, name = 't.csv'): ScoreTable => parseScoreTable(text, name);

/** Comparisons of so many subjects with three samples each: mated scores about 3, non-mated about 0, seeded. */
export function peopleText(subjects: number, { seed = 1, prefix = 'p' } = {}): string {
  const normal = gaussian(seed);
  const people = Array.from({ length: subjects }, (_, index) => ({ name: `${prefix}${index}`, own: normal() * 0.3 }));
  const lines = ['a,b,subject_a,subject_b,mated,score'];
  for (const [index, { name, own }] of people.entries()) {
    for (const [x, y] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ]) {
      lines.push(`${name}/${x},${name}/${y},${name},${name},1,${(3 + own + normal()).toFixed(6)}`);
    }
    for (const other of people.slice(index + 1)) {
      const score = own + other.own + normal();
      lines.push(`${name}/0,${other.name}/1,${name},${other.name},0,${score.toFixed(6)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Every probe with every reference: probes of subjects 0 to 2 n - 1, of whom the first n are in the gallery; seeded. */
export function searchText(n: number, seed = 1): string {
  const normal = gaussian(seed);
  const lines = ['a,b,subject_a,subject_b,mated,score,failure'];
  for (let probe = 0; probe < 2 * n; probe += 1) {
    for (let reference = 0; reference < n; reference += 1) {
      const mated = probe === reference;
      const failed = probe === 1;
      const score = failed ? '' : ((mated ? 3 : 0) + normal()).toFixed(6);
      lines.push(
        `q${probe},g${reference},s${probe},s${reference},${mated ? 1 : 0},${score},${failed ? 'no-face' : ''}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
