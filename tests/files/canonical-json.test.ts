import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../src/files/canonical-json.js';

it('sorts keys, indents by two and ends with a line break', () => {
  expect(canonicalJson({ b: [1, { z: null, a: 'x' }], 10: true, 9: [], a: {} })).toBe(
    '{\n  "10": true,\n  "9": [],\n  "a": {},\n  "b": [\n    1,\n    {\n      "a": "x",\n      "z": null\n    }\n  ]\n}\n',
  );
});

it('leaves out undefined fields and writes -0 as 0', () => {
  expect(canonicalJson({ a: undefined, b: -0 })).toBe('{\n  "b": 0\n}\n');
});

it('parses back to the same value, whatever the order of the keys', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
    }),
  );
});

it('names the place of what JSON cannot carry', () => {
  expect(() => canonicalJson({ rates: [{ value: Number.NaN }] })).toThrow('rates[0].value');
  expect(() => canonicalJson({ 'a b': Number.POSITIVE_INFINITY })).toThrow(
    '["a b"] as JSON: Infinity is not a finite number',
  );
  expect(() => canonicalJson([undefined])).toThrow('[0] as JSON: expected a JSON value, found undefined');
  expect(() => canonicalJson({ t: new Float32Array(2) })).toThrow(
    't as JSON: expected a plain object, found Float32Array',
  );
  expect(() => canonicalJson({ m: new Map() })).toThrow('found Map');
  const loop: Record<string, unknown> = {};
  loop.self = loop;
  expect(() => canonicalJson(loop)).toThrow('self as JSON: it contains itself');
});
