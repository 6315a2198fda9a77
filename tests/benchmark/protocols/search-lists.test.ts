import { describe, expect, it } from 'vitest';
import { drawnLists, passageAttributes, sizesOf, splitLists } from '../../../src/benchmark/protocols/search-lists.js';
import { drawSearchLists } from '../../../src/datasets/search-lists/drawn-lists.js';
import { madeUpDataset, peopleSamples, SAMPLES_OF } from '../../support/made-up-dataset.js';
import { searchTask } from '../../support/measured-search.js';

const ours = peopleSamples();
const dataset = madeUpDataset('made-up', ours);
const drawn = (search: object) => {
  const task = searchTask({ search });
  if (typeof task.search === 'string') throw new RangeError('lists are named');
  return task.search;
};

describe('drawn lists', () => {
  it('are those of drawSearchLists, smallest first, each sample with its part in every list', () => {
    const wanted = drawn({ gallery: { subjects: [6, 3], samplesPerSubject: 2 }, probes: { perSubject: 1 } });
    expect(sizesOf(wanted)).toEqual([3, 6]);
    const { lists, samples } = drawnLists(dataset, wanted, 5);
    const expected = drawSearchLists('made-up', ours, { sizes: [3, 6], samplesPerSubject: 2, perSubject: 1, seed: 5 });
    expect(lists.names).toEqual(['list of 3', 'list of 6']);
    for (const [l, { gallery, mated }] of expected.lists.entries()) {
      const having = (role: string) =>
        lists.samples.filter(({ roles }) => roles[l] === role).map(({ sample }) => sample);
      expect(having('gallery').sort()).toEqual(gallery.flatMap((one) => [...one.samples]).sort());
      expect(having('probe').sort()).toEqual([...mated, ...expected.nonMated].map(({ sample }) => sample).sort());
    }
    expect(lists.samples.map(({ sample }) => sample)).toEqual(lists.samples.map(({ sample }) => sample).sort());
    expect(samples.map((sample) => sample?.id)).toEqual(lists.samples.map(({ sample }) => sample));
    expect(lists.samples.every(({ sample, subject }) => sample.startsWith(`${subject}/`))).toBe(true);
  });

  it('name a large list with its thousands apart', () => {
    const many = madeUpDataset('many', peopleSamples(Array.from({ length: 1001 }, () => 2)));
    expect(drawnLists(many, drawn({ gallery: { subjects: 1000 } }), 1).lists.names).toEqual(['list of 1,000']);
  });

  it('say of which passage a sample is; one of which nobody says it is a search of its own', () => {
    const silent = ours.map((one) => (one.id === 'p08/1.jpg' ? { ...one, attributes: { view: 'unknown' } } : one));
    const passages = (per: string) => {
      const { lists } = drawnLists(
        madeUpDataset('made-up', silent),
        drawn({ gallery: { subjects: 3 }, probes: { per } }),
        1,
      );
      return new Map(lists.samples.map(({ sample, passage }) => [sample, passage]));
    };
    expect([...passages('sample').values()].every((passage) => passage === '')).toBe(true);
    expect(passages('subject').get('p08/2.jpg')).toBe('p08');
    const views = passages('view');
    expect(['p08/1.jpg', 'p08/2.jpg', 'p08/3.jpg'].map((id) => views.get(id))).toEqual([
      '',
      'p08 [side]',
      'p08 [front]',
    ]);
    expect(() => passages('vew')).toThrow('There is no attribute of made-up named "vew"; did you mean "view"?');
    expect(
      ['sample', 'subject', 'view'].map((per) =>
        passageAttributes(drawn({ gallery: { subjects: 3 }, probes: { per } })),
      ),
    ).toEqual([[], [], ['view']]);
  });

  it('let other people pass by under the name of their dataset, and refuse people of both', () => {
    const wanted = drawn({ gallery: { subjects: 12 }, probes: { passersBy: 'theirs' } });
    const others = (prefix: string) => ({
      key: 'theirs',
      dataset: madeUpDataset('others', peopleSamples(SAMPLES_OF, prefix)),
    });
    const { lists, samples } = drawnLists(dataset, wanted, 1, { passersBy: others('q') });
    const strangers = lists.samples.filter(({ sample }) => sample.startsWith('others:'));
    expect(strangers.map(({ roles }) => roles)).toEqual(strangers.map(() => ['probe']));
    expect(strangers.length).toBe(peopleSamples().length);
    expect(samples[lists.samples.findIndex(({ sample }) => sample === 'others:q01/1.jpg')]?.id).toBe('q01/1.jpg');
    // Nobody of the data itself passes by.
    const gallery = new Set(lists.samples.flatMap(({ subject, roles }) => (roles[0] === 'gallery' ? [subject] : [])));
    const own = lists.samples.filter(({ sample }) => !sample.startsWith('others:'));
    expect(own.every(({ subject }) => gallery.has(subject))).toBe(true);
    expect(() => drawnLists(dataset, wanted, 1, { passersBy: others('p') })).toThrow(
      'others and made-up both have the subjects "p01", "p02", "p03" and 9 more; whoever may be on the list is no passer-by',
    );
  });

  it('enrol distractors in every list, each alone, and refuse people of both', () => {
    const wanted = drawn({ gallery: { subjects: [3, 6], distractors: 'theirs' } });
    const others = (name: string, prefix: string) => ({
      key: name,
      dataset: madeUpDataset(name, peopleSamples(SAMPLES_OF, prefix)),
    });
    const { lists, samples } = drawnLists(dataset, wanted, 1, { distractors: others('crowd', 'q') });
    const crowd = lists.samples.filter(({ sample }) => sample.startsWith('crowd:'));
    expect(crowd).toHaveLength(peopleSamples().length);
    expect(crowd.every(({ sample, subject, roles }) => subject === sample && roles.join() === 'gallery,gallery')).toBe(
      true,
    );
    expect(samples[lists.samples.findIndex(({ sample }) => sample === 'crowd:q03/2.jpg')]?.id).toBe('q03/2.jpg');
    // Everybody else has the part that they have without distractors.
    const without = drawnLists(dataset, wanted, 1).lists.samples;
    expect(lists.samples.filter(({ sample }) => !sample.startsWith('crowd:'))).toEqual(without);
    expect(() => drawnLists(dataset, wanted, 1, { distractors: others('crowd', 'p') })).toThrow(
      'crowd and made-up both have the subjects "p01"',
    );
    const both = { passersBy: others('street', 'q'), distractors: others('crowd', 'q') };
    expect(() => drawnLists(dataset, wanted, 1, both)).toThrow('crowd and street both have the subjects "q01"');
  });

  it.each([
    [{ gallery: { subjects: 13 } }, 'made-up has 12 subjects of at least 1 samples, too few for a list of 13'],
    [
      { gallery: { subjects: [3, 12], samplesPerSubject: 2 } },
      'has 11 subjects of at least 2 samples, too few for a list',
    ],
    [{ gallery: { subjects: 12 } }, 'a list of 12 takes every subject of made-up, so no non-mated probe is left'],
    [{ gallery: { subjects: [3, 3] } }, '"subjects" has 3 twice; remove one of them.'],
    [
      { gallery: { subjects: 2, samplesPerSubject: 4 } },
      'has more than the 4 samples that are enrolled, so no mated probe',
    ],
  ])('refuse %j in one sentence', (search, message) => {
    expect(() => drawnLists(dataset, drawn(search), 1)).toThrow(message);
    expect(() => drawnLists(dataset, drawn(search), 1)).toThrow(/^[^.]*(?:\.\w[^.]*)*\.$/);
  });
});

describe('published splits', () => {
  const at = (sample: string) => ({ sample, subject: sample.slice(0, 3) });
  const split = (name: string, gallery: readonly string[], probes: readonly string[]) => ({
    name,
    gallery: gallery.map(at),
    probes: probes.map(at),
    training: [],
  });
  const ONE = split('1', ['p03/1.jpg', 'p04/1.jpg'], ['p03/2.jpg', 'p99/1.jpg']);
  const TWO = split('2', ['p04/2.jpg'], ['p03/2.jpg', 'p04/1.jpg']);

  it('give each sample its part in every split, whether or not the dataset holds it', () => {
    const { lists, samples } = splitLists(dataset, [ONE, TWO], 'made-up/splits');
    expect(lists).toEqual({
      names: ['split 1', 'split 2'],
      samples: [
        ['p03/1.jpg', 'gallery', ''],
        ['p03/2.jpg', 'probe', 'probe'],
        ['p04/1.jpg', 'gallery', 'probe'],
        ['p04/2.jpg', '', 'gallery'],
        ['p99/1.jpg', 'probe', ''],
      ].map(([sample = '', ...roles]) => ({ ...at(sample), passage: '', roles })),
    });
    expect(samples.map((sample) => sample?.id)).toEqual([
      'p03/1.jpg',
      'p03/2.jpg',
      'p04/1.jpg',
      'p04/2.jpg',
      undefined,
    ]);
  });

  it('are refused where they name another subject than the dataset, in whichever split, or another in each', () => {
    const wrong = (sample: string) => ({ ...TWO, probes: [...TWO.probes, { sample, subject: 'p05' }] });
    const message = (sample: string) => `made-up/splits says that ${sample} shows p05, and`;
    expect(() => splitLists(dataset, [ONE, wrong('p06/1.jpg')], 'made-up/splits')).toThrow(
      `${message('p06/1.jpg')} made-up that it shows p06; correct the list or the labels.`,
    );
    expect(() => splitLists(dataset, [ONE, wrong('p03/1.jpg')], 'made-up/splits')).toThrow(message('p03/1.jpg'));
    expect(() => splitLists(dataset, [ONE, wrong('p99/1.jpg')], 'made-up/splits')).toThrow(
      'made-up/splits says that p99/1.jpg shows p05, and elsewhere that it shows p99; correct the list.',
    );
  });

  it('are refused where a sample is enrolled and searched with in one split', () => {
    const [one] = ours;
    if (!one?.subject) throw new RangeError('there are no samples');
    const entry = { sample: one.id, subject: one.subject };
    const split = { name: '1', gallery: [entry], probes: [entry], training: [] };
    expect(() => splitLists(dataset, [split], 'made-up/splits')).toThrow(
      `The sample ${one.id} is a probe and in the gallery`,
    );
  });

  it('are refused where they belong to another dataset', () => {
    const other = split('1', ['q01/1.jpg'], ['q02/1.jpg']);
    expect(() => splitLists(dataset, [other], 'made-up/splits')).toThrow(
      'None of the 2 pictures that made-up/splits names is in made-up; the list belongs to another dataset.',
    );
  });
});
