import { numberOf, type SubjectNumbers } from '../../statistics/dependence/subject-pairs.js';
import type { Rate } from '../rate.js';
import type { PlateTexts } from './read-texts.js';
import { byVehicle, shareOf, shareOfThose } from './trials.js';

/** How often one character is read as another. */
export interface Confusion {
  /** Null: an extra character, read where there is none. */
  readonly truth: string | null;
  /** Null: a missing character, there and not read. */
  readonly read: string | null;
  /** Of the times that the true character was there; of an extra one, of all characters that were read. By vehicle. */
  readonly rate: Rate;
}

/** How often the character at one place of the true text is substituted or missing; extra ones have no place in it. */
export interface PositionErrors {
  /** From the left, 1 the first. */
  readonly position: number;
  /** Of the plates that are so long and of which something was read; by vehicle. */
  readonly rate: Rate;
}

/**
 * The confusion matrix of plates of which something was read, cells that never happened left out: right ones,
 * substitutions, missing and extra characters, by the true character, then by the read one, extra and missing last.
 */
export function confusionMatrix(texts: readonly PlateTexts[], level?: number): Confusion[] {
  const steps = readSteps(texts);
  const rows = groupBy(steps, ({ truth }) => truth);
  return rows.flatMap(([truth, own]) => {
    const trials = truth === null ? steps.filter(({ read }) => read !== null) : own;
    const counted = byVehicle(
      trials.map(({ vehicle }) => vehicle),
      'characters',
    );
    const columns = groupBy(
      trials.flatMap((step, trial) => (step.truth === truth ? [{ read: step.read, trial }] : [])),
      ({ read }) => read,
    );
    return columns.map(([read, cell]) => {
      const of = `${truth ?? 'nothing'} read as ${read ?? 'nothing'}`;
      const those = cell.map(({ trial }) => trial);
      return { truth, read, rate: shareOfThose(of, counted, those, level) };
    });
  });
}

/** Errors by the position of the true character. */
export function positionErrors(texts: readonly PlateTexts[], level?: number): PositionErrors[] {
  const places = groupBy(
    readSteps(texts).filter(({ truth }) => truth !== null),
    ({ position }) => position,
  );
  return places.map(([position, steps]) => {
    const trials = byVehicle(
      steps.map(({ vehicle }) => vehicle),
      'characters',
    );
    const isWrong = (k: number) => steps[k]?.truth !== steps[k]?.read;
    return { position, rate: shareOf(`errors at position ${position}`, trials, isWrong, level) };
  });
}

interface ReadStep {
  readonly truth: string | null;
  readonly read: string | null;
  readonly position: number;
  readonly vehicle: number;
}

function readSteps(texts: readonly PlateTexts[]): ReadStep[] {
  const numbers: SubjectNumbers = new Map();
  return texts.flatMap(({ plate: { vehicle }, read }) => {
    if (read.text === '') return [];
    const number = numberOf(vehicle, numbers);
    let position = 0;
    return read.alignment.steps.map((step) => {
      if (step.truth !== null) position += 1;
      return { truth: step.truth, read: step.read, position, vehicle: number };
    });
  });
}

function groupBy<T, K extends string | number | null>(items: readonly T[], keyOf: (item: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
}
