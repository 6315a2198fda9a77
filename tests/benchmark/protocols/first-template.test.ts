import { expect, it } from 'vitest';
import { firstTemplate } from '../../../src/benchmark/protocols/first-template.js';
import { extractionsOf } from '../../support/made-up-dataset.js';

it('is that of the one face that counts, and nothing else can be compared', () => {
  const template = Float32Array.of(1, 0);
  const [found, failed] = extractionsOf([{ id: 'a' }, { id: 'b' }], new Map([['a', template]]));
  expect(firstTemplate(found)).toBe(template);
  for (const none of [failed, undefined, { state: 'ok' as const, faces: [] }]) {
    expect(() => firstTemplate(none)).toThrow(RangeError);
  }
});
