import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  integerField,
  integersOf,
  readFields,
  stringField,
  stringsOf,
  writeFields,
} from '../../../src/runtimes/graph/wire.js';
import { realBytes, realFile } from '../../faces/cards.js';

it('writes what it has read', () => {
  const field = fc.oneof(
    fc
      .record({ no: fc.integer({ min: 1, max: 5000 }), text: fc.string({ unit: 'grapheme' }) })
      .map(({ no, text }) => stringField(no, text)),
    fc
      .record({ no: fc.integer({ min: 1, max: 5000 }), value: fc.maxSafeInteger() })
      .map(({ no, value }) => integerField(no, value)),
  );
  fc.assert(
    fc.property(fc.array(field), (fields) => {
      const bytes = writeFields(fields);
      expect(readFields(bytes)).toEqual(fields);
      expect(writeFields(readFields(bytes))).toEqual(bytes);
    }),
  );
});

it('reads strings and whole numbers by their field', () => {
  const fields = readFields(
    writeFields([stringField(1, 'žaba'), integerField(2, -1), stringField(1, 'b'), integerField(2, 7)]),
  );
  expect(stringsOf(fields, 1)).toEqual(['žaba', 'b']);
  expect(integersOf(fields, 2)).toEqual([-1n, 7n]);
});

it('refuses a message that ends early', () => {
  expect(() => readFields(writeFields([stringField(1, 'abcdef')]).subarray(0, 4))).toThrow(RangeError);
});

it.skipIf(!realFile('det_500m.onnx'))('gives a real model byte for byte again', () => {
  const bytes = new Uint8Array(realBytes('det_500m.onnx'));
  expect(Buffer.compare(writeFields(readFields(bytes)), bytes)).toBe(0);
});
