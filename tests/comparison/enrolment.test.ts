import { expect, it } from 'vitest';
import { enrol, enrolledTemplates } from '../../src/comparison/enrolment.js';

const templates = (...data: number[]) => ({ data: Float32Array.from(data), dimensions: 1 });
const gallery = { templates: templates(1, 2, 3, 4), subjects: ['b', 'a', 'b', 'c'] };
const probes = { templates: templates(5, 6, 7), subjects: ['a', 'x', 'a'], passages: ['p', 'q', 'p'] };

it('puts the samples of each candidate and each search together, in the order in which they are first named', () => {
  const enrolment = enrol(gallery, probes, {});
  expect(enrolment.candidates).toEqual(['b', 'a', 'c']);
  expect([...enrolment.galleryStart]).toEqual([0, 2, 3, 4]);
  expect(enrolment.searches).toEqual([
    { passage: 'p', subject: 'a' },
    { passage: 'q', subject: 'x' },
  ]);
  expect([...enrolment.mate]).toEqual([1, -1]);
  const ready = enrolledTemplates(enrolment, gallery, probes, { similarity: 'dot' });
  expect([...ready.gallery.data]).toEqual([1, 3, 2, 4]);
  expect([...ready.probes.data]).toEqual([5, 7, 6]);
  expect(ready.gallery.data.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(ready.probes.data.buffer).toBeInstanceOf(SharedArrayBuffer);
});

it('takes every probe as a search where there are no passages, even of one subject', () => {
  const { searches, mate } = enrol(gallery, { ...probes, passages: undefined }, {});
  expect(searches.map(({ subject }) => subject)).toEqual(['a', 'x', 'a']);
  expect([...mate]).toEqual([1, -1, 1]);
});

it('makes one template of each subject by its mean, of unit length where directions are compared', () => {
  const options = { consolidate: 'mean' } as const;
  const enrolment = enrol(gallery, probes, options);
  expect([...enrolment.galleryStart]).toEqual([0, 1, 2, 3]);
  const mean = (similarity: 'dot' | 'cosine') =>
    enrolledTemplates(enrolment, gallery, probes, { ...options, similarity }).gallery;
  expect([...mean('dot').data]).toEqual([2, 2, 4]);
  expect([...mean('cosine').data]).toEqual([1, 1, 1]);
  expect(mean('dot').data.buffer).toBeInstanceOf(SharedArrayBuffer);
  const opposite = { ...gallery, templates: templates(1, 2, -1, 4) };
  expect(() => enrolledTemplates(enrolment, opposite, probes, options)).toThrow(
    'gallery subject 0 cancel each other out',
  );
});

it('tells numbers from their names', () => {
  const { candidates, mate } = enrol(
    { templates: templates(1, 2), subjects: [1, '1'] },
    { ...probes, subjects: ['1', 2, '1'] },
    {},
  );
  expect(candidates).toEqual([1, '1']);
  expect([...mate]).toEqual([1, -1]);
});
