import { expect, it } from 'vitest';
import { search } from '../../../src/comparison/search.js';
import { searchesFromScores } from '../../../src/metrics/identification/from-scores.js';
import { searchesFromResult } from '../../../src/metrics/identification/from-search.js';
import { checkSearches } from '../../../src/metrics/identification/search.js';
import { dot, someSubjects, templateAt, wholeTemplates } from '../../comparison/brute-force.js';

const gallery = { templates: wholeTemplates(30, 3, 1), subjects: someSubjects(30, 20, 1) };
const probes = { templates: wholeTemplates(60, 3, 2), subjects: someSubjects(60, 40, 2) };
const candidates = new Set(gallery.subjects).size;
const rows = Array.from(probes.subjects, (_, p) =>
  Float32Array.from(gallery.subjects, (_, g) => dot(templateAt(probes.templates, p), templateAt(gallery.templates, g))),
);

it.each([1, 2, 6, candidates])('gives what plain scores of every pair give, with %d candidates kept', async (k) => {
  const found = searchesFromResult(await search(gallery, probes, { similarity: 'dot', k }));
  const kept = k === candidates ? k : k - 1;
  checkSearches(found);
  expect(found).toEqual(searchesFromScores({ gallery: gallery.subjects, probes: probes.subjects, rows, keep: kept }));
});
