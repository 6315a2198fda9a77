import { FalsematchError } from '../../files/errors.js';
import type { Comparison } from '../comparison-table.js';

/** Refuses comparisons that contradict themselves or each other, with the line of the first that does. */
export function checkScoreTable(comparisons: readonly Comparison[], lines: readonly number[], name: string): void {
  const where = (index: number) => `${name}, line ${lines[index]}`;
  const naming = {
    subjects: comparisons.some(({ subjectA, subjectB }) => subjectA !== '' || subjectB !== ''),
    samples: comparisons.some(({ a, b }) => a !== '' || b !== ''),
  };
  const checkOwner = sampleOwners(lines);
  const pairs = new Map<string, number>();
  for (const [index, comparison] of comparisons.entries()) {
    checkSubjects(comparison, naming, where(index));
    const { a, b, subjectA, subjectB } = comparison;
    if (!naming.samples) continue;
    if (a === '' || b === '') {
      throw new FalsematchError(
        `${where(index)}: other lines name both samples, this one does not; fill in "a" and "b".`,
      );
    }
    if (a === b) {
      throw new FalsematchError(
        `${where(index)}: compares "${a}" with itself, which no system can fail; remove the line.`,
      );
    }
    checkOwner(a, subjectA, index, where(index));
    checkOwner(b, subjectB, index, where(index));
    const key = JSON.stringify(a < b ? [a, b] : [b, a]);
    const before = pairs.get(key);
    if (before !== undefined) {
      throw new FalsematchError(
        `${where(index)}: "${a}" and "${b}" are already compared in line ${lines[before]}; a pair that counts twice makes intervals too narrow, so remove one.`,
      );
    }
    pairs.set(key, index);
  }
  checkFolds(comparisons, where);
}

/** Whether any comparison of the table names them. */
interface Naming {
  readonly subjects: boolean;
  readonly samples: boolean;
}

function checkSubjects({ subjectA, subjectB, mated }: Comparison, naming: Naming, where: string): void {
  if (mated && subjectA !== '' && subjectB !== '' && subjectA !== subjectB) {
    throw new FalsematchError(
      `${where}: is called mated, and its subjects are two, "${subjectA}" and "${subjectB}"; correct one of the columns.`,
    );
  }
  if (!mated && subjectA !== '' && subjectA === subjectB) {
    throw new FalsematchError(
      `${where}: is called non-mated, and both its subjects are "${subjectA}"; correct one of the columns.`,
    );
  }
  const unnamed = mated ? subjectA === '' && subjectB === '' : subjectA === '' || subjectB === '';
  if (naming.subjects && !naming.samples && unnamed) {
    throw new FalsematchError(
      `${where}: lacks a subject, and other lines have one; name everybody, or name the samples in columns "a" and "b" too.`,
    );
  }
}

/** Remembers whose each sample is, and refuses one that is another subject's in a later line. */
function sampleOwners(lines: readonly number[]) {
  const owners = new Map<string, { readonly subject: string; readonly index: number }>();
  return (sample: string, subject: string, index: number, where: string): void => {
    const known = owners.get(sample);
    if (!known) owners.set(sample, { subject, index });
    else if (known.subject !== subject) {
      const named = (text: string) => (text === '' ? 'nobody' : `subject "${text}"`);
      throw new FalsematchError(
        `${where}: the sample "${sample}" is of ${named(subject)} here and of ${named(known.subject)} in line ${lines[known.index]}; one sample is of one subject.`,
      );
    }
  };
}

function checkFolds(comparisons: readonly Comparison[], where: (index: number) => string): void {
  const without = comparisons.findIndex(({ fold }) => fold === undefined);
  const withFold = comparisons.findIndex(({ fold }) => fold !== undefined);
  if (without === -1 || withFold === -1) return;
  throw new FalsematchError(`${where(without)}: has no fold, and other lines have one; give all a fold, or none.`);
}
