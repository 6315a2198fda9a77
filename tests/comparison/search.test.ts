import { describe, expect, it } from 'vitest';
import { scorePairs } from '../../src/comparison/pair-scores.js';
import { type SearchResult, search } from '../../src/comparison/search.js';
import type { LabelledTemplates, SearchOptions, SearchProbes } from '../../src/comparison/search-input.js';
import { FalsematchError } from '../../src/files/errors.js';
import { dot, someSubjects, templateAt, unitTemplates, wholeTemplates } from './brute-force.js';

/** Searches by loops: each candidate's best score over its samples and those of the passage. */
function bruteForce(gallery: LabelledTemplates, probes: SearchProbes, k: number) {
  const all = (labels: ArrayLike<string | number>) => Array.from(labels);
  const candidates = [...new Set(all(gallery.subjects))];
  const passages = all(probes.passages ?? Array.from({ length: probes.subjects.length }, (_, i) => i));
  return [...new Set(passages)].map((passage) => {
    const rows = passages.flatMap((one, i) => (one === passage ? [i] : []));
    const subject = probes.subjects[rows[0] ?? 0];
    const scores = candidates.map((candidate) =>
      Math.max(
        ...all(gallery.subjects).flatMap((label, g) =>
          label === candidate
            ? rows.map((row) => dot(templateAt(probes.templates, row), templateAt(gallery.templates, g)))
            : [],
        ),
      ),
    );
    const order = scores.map((_, c) => c).sort((p, q) => (scores[q] ?? 0) - (scores[p] ?? 0) || p - q);
    const mate = candidates.indexOf(subject ?? '');
    const own = scores[mate] ?? Number.NaN;
    return {
      best: order.slice(0, k).map((candidate) => ({ candidate, score: scores[candidate] })),
      mate,
      mateScore: own,
      mateRank: mate < 0 ? 0 : scores.filter((score, c) => c !== mate && score >= own).length + 1,
    };
  });
}

function asSearches({ k, candidate, score, mate, mateScore, mateRank }: SearchResult) {
  return Array.from(mate, (own, s) => ({
    best: Array.from({ length: k }, (_, place) => ({
      candidate: candidate[s * k + place],
      score: score[s * k + place],
    })),
    mate: own,
    mateScore: mateScore[s],
    mateRank: mateRank[s],
  }));
}

const tiles: SearchOptions['tile'][] = [{ rows: 2, columns: 3 }, { rows: 5, columns: 130 }, undefined];

describe('whole-numbered templates', () => {
  const gallery = { templates: wholeTemplates(40, 4, 1), subjects: someSubjects(40, 25, 1) };
  const probes = { templates: wholeTemplates(70, 4, 2), subjects: someSubjects(70, 50, 2) };

  it.each(tiles)('equals loops over all of them, ties included, in tiles of %o', async (tile) => {
    for (const k of [1, 5, new Set(gallery.subjects).size]) {
      const found = await search(gallery, probes, { similarity: 'dot', k, workers: 2, ...(tile ? { tile } : {}) });
      expect(asSearches(found)).toEqual(bruteForce(gallery, probes, k));
      expect(found.candidates).toEqual([...new Set(gallery.subjects)]);
      expect(found.unit).toBe('sample');
    }
  });

  it.each(tiles)('takes several samples of one passage as one search, in tiles of %o', async (tile) => {
    // A subject passes several times; its samples stand anywhere among the others.
    const passages = Array.from(probes.subjects, (subject, i) => `${subject}/${i % 3}`);
    const options: SearchOptions = { similarity: 'dot', k: 4, ...(tile ? { tile } : {}) };
    const found = await search(gallery, { ...probes, passages }, options);
    expect(asSearches(found)).toEqual(bruteForce(gallery, { ...probes, passages }, 4));
    expect(found.unit).toBe('passage');
    expect(found.passages).toEqual([...new Set(passages)]);
    expect(found.mate.length).toBeLessThan(probes.subjects.length);
  });
});

describe('templates of a model', () => {
  const gallery = { templates: unitTemplates(200, 64, 1), subjects: someSubjects(200, 90, 1) };
  const probes = { templates: unitTemplates(150, 64, 2), subjects: someSubjects(150, 180, 2) };

  it('gives the same bits for any number of workers and any tile', async () => {
    const one = await search(gallery, probes, { workers: 1 });
    expect(one.k).toBe(20);
    const others: SearchOptions[] = [
      { workers: 2 },
      { tile: { rows: 3, columns: 40 } },
      { tile: { rows: 64, columns: 129 } },
    ];
    for (const options of others) expect(await search(gallery, probes, options)).toEqual(one);
  });

  it('gives the bits that a list of pairs gives', async () => {
    const subjects = Array.from({ length: 200 }, (_, i) => i);
    const { score, candidate, k } = await search({ ...gallery, subjects }, probes, { similarity: 'dot', k: 200 });
    const pairs = Array.from(candidate, (one, at) => ({
      probe: templateAt(probes.templates, Math.floor(at / k)),
      reference: templateAt(gallery.templates, one),
    }));
    expect(await scorePairs(pairs)).toEqual(score);
  });

  it('consolidates by the mean template where that is asked for', async () => {
    const data = new Float32Array([1, 0, 0, 1, -1, 0]);
    const two = { templates: { data, dimensions: 2 }, subjects: ['a', 'a', 'b'] };
    const probe = { templates: { data: new Float32Array([2, 0]), dimensions: 2 }, subjects: ['a'] };
    const mean = await search(two, probe, { consolidate: 'mean' });
    expect([...mean.score]).toEqual([Math.fround(Math.SQRT1_2), -1]);
    expect([...(await search(two, probe)).score]).toEqual([1, -1]);
  });
});

const templates = (...data: number[]) => ({ data: Float32Array.from(data), dimensions: 2 });
const one = { templates: templates(1, 0), subjects: ['a'] };
it.each<[string, LabelledTemplates, SearchProbes, SearchOptions, string]>([
  [
    'templates of two lengths',
    one,
    { ...one, templates: { data: new Float32Array(3).fill(1), dimensions: 3 } },
    {},
    'found 2 and 3',
  ],
  ['an empty gallery', { templates: templates(), subjects: [] }, one, {}, 'found 0 and 1'],
  ['a zero probe', one, { ...one, templates: templates(0, 0) }, {}, 'The probe template 0 is all zeros'],
  ['NaN in the gallery', { ...one, templates: templates(0, Number.NaN) }, one, {}, 'gallery template 0 holds'],
  ['k above the gallery', one, one, { k: 2 }, 'from 1 to the 1 subjects of the gallery, found 2'],
  ['half a k', one, one, { k: 0.5 }, 'found 0.5'],
  ['no probe', one, { templates: templates(), subjects: [] }, {}, 'found 1 and 0'],
  [
    'Infinity in a probe',
    one,
    { ...one, templates: templates(Number.POSITIVE_INFINITY, 0) },
    {},
    'probe template 0 holds',
  ],
  ['a missing subject', { ...one, subjects: [] }, one, {}, '1 templates and 0 subjects'],
  ['a missing passage', one, { ...one, passages: [] }, {}, '1 templates and 0 passages'],
  ['a worker too many', one, one, { workers: 1025 }, 'a whole number from 1 to 1024, not 1025'],
  ['no row', one, one, { tile: { rows: 0, columns: 9 } }, 'found 0 and 9'],
  ['k of nothing', one, one, { k: 0 }, 'found 0'],
  [
    'a sample enrolled twice',
    { templates: templates(1, 0, 0, 1), subjects: ['a', 'b'], ids: ['x', 'x'] },
    one,
    {},
    'x stands twice',
  ],
  ['a probe that is enrolled', { ...one, ids: ['x'] }, { ...one, ids: ['x'] }, {}, 'x is a probe and in the gallery'],
  ['names of others', { ...one, ids: ['x', 'y'] }, one, {}, '1 templates and 2 names'],
  [
    'a passage of two people',
    one,
    { templates: templates(1, 0, 0, 1), subjects: ['a', 'b'], passages: [7, 7] },
    {},
    'Passage 7 has probes of a and of b',
  ],
])('refuses %s in one sentence', async (_, gallery, probes, options, message) => {
  const run = search(gallery, probes, options);
  await expect(run).rejects.toThrow(FalsematchError);
  await expect(run).rejects.toThrow(message);
});
