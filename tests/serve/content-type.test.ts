import { expect, it } from 'vitest';
import { contentType } from '../../src/serve/content-type.js';

it.each([
  ['report.html', 'text/html; charset=utf-8'],
  ['a.b/METRICS.CSV', 'text/csv; charset=utf-8'],
  ['scores/x/scores.npy', 'application/octet-stream'],
  ['toString', 'application/octet-stream'],
  ['x.constructor', 'application/octet-stream'],
])('%s is %s', (path, type) => {
  expect(contentType(path)).toBe(type);
});
