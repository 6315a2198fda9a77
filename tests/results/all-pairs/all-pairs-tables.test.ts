import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AllPairsTables, formatAllPairs, parseAllPairs } from '../../../src/results/all-pairs/all-pairs-tables.js';
import { readFiles } from '../../../src/results/read-files.js';
import { tablePaths } from '../../../src/results/run-record.js';
import { float32 } from '../../support/table-cells.js';

const paths = tablePaths('all', 'model');
const samples = ['x', 'y'].map((sample) => ({ sample, subject: sample, faces: 1, failure: '' }));
const tablesOf = (mated: Float32Array): AllPairsTables => ({
  mated,
  nonMated: { thresholds: Float32Array.of(-1, 1), countsFrom: Float64Array.of(1, 0) },
  tail: { scores: Float32Array.of(0.25), first: Int32Array.of(0), second: Int32Array.of(1) },
  falseMatches: { subjects: ['x', 'y'], groups: [], thresholds: [] },
});
const filesOf = (tables: AllPairsTables) => new Map(formatAllPairs(paths, tables, samples));
const parse = (files: ReturnType<typeof filesOf>) =>
  parseAllPairs(
    paths,
    readFiles(files, (path) => path),
    samples,
    () => [],
  );

it('mated scores stand in a NumPy file and come back to the bit, the sign of zero included', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(float32, fc.constant(-0)), { maxLength: 20 }), (scores) => {
      const tables = tablesOf(Float32Array.from(scores));
      const files = filesOf(tables);
      expect(Buffer.from(files.get(paths.mated) ?? '').toString('latin1', 1, 6)).toBe('NUMPY');
      expect(parse(files)).toEqual(tables);
    }),
  );
});

it('there are none where no mated scores are, and they are whole or refused', () => {
  const files = filesOf(tablesOf(Float32Array.of(0.5)));
  expect(parse(new Map())).toBeUndefined();
  for (const path of [paths.nonMatedCounts, paths.tail, paths.falseMatches, paths.falseMatchesBySubject]) {
    const less = new Map(files);
    less.delete(path);
    expect(() => parse(less)).toThrow(`${path} is missing`);
  }
});

it('refuses mated scores that are no NumPy file, cut short, or not float32 in one column', () => {
  const files = filesOf(tablesOf(Float32Array.of(0.5, 0.25)));
  const bytes = Buffer.from(files.get(paths.mated) ?? '');
  const other = (content: string | Uint8Array) => () => parse(new Map(files).set(paths.mated, content));
  expect(other('0.5\n')).toThrow(`${paths.mated} is not a .npy file`);
  expect(other(bytes.subarray(0, -1))).toThrow(`${paths.mated} says that it holds (2) numbers`);
  const relabelled = (from: string, to: string) => Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');
  expect(other(relabelled('<f4', '<i4'))).toThrow(`${paths.mated} must hold float32 scores in one column`);
  expect(other(relabelled('(2,), ', '(2,1),'))).toThrow(`${paths.mated} must hold float32 scores in one column`);
});
