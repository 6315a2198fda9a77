import { describe, expect, it } from 'vitest';
import { prepareTask } from '../../src/benchmark/measure-task.js';
import { suiteSchema, taskSchema } from '../../src/benchmark/suite.js';
import { schemaProblem } from '../../src/catalog/schema-problem.js';
import { FalsematchError } from '../../src/files/errors.js';
import { madeUpDataset, peopleSamples } from '../support/made-up-dataset.js';
import { unwanted } from '../support/measured-search.js';

const SEARCH = { id: 's', protocol: 'search', data: 'ours', at: ['1e-1'] };
const gallery = (change: object = {}) => ({ ...SEARCH, search: { gallery: { subjects: 3, ...change } } });
const probes = (change: object) => ({ ...SEARCH, search: { gallery: { subjects: 3 }, probes: change } });

const suiteOf = (task: object) => ({
  name: 'mine',
  title: 'Mine',
  data: { ours: 'ours' },
  systems: [{ model: 'mobilefacenet-y1' }],
  tasks: [task],
});

/** What a user reads of a suite that cannot be taken. */
function problemOf(task: object): string {
  const suite = suiteOf(task);
  const { success, error } = suiteSchema.safeParse(suite);
  return success ? '' : schemaProblem('mine.yaml', suiteSchema, error, suite).message;
}

describe('a task of searches', () => {
  it('fills in that one sample is enrolled of each, and that every sample is a search', () => {
    expect(taskSchema.parse(gallery())).toEqual({
      ...SEARCH,
      search: {
        gallery: { subjects: 3, samplesPerSubject: 1, consolidate: 'best' },
        probes: { per: 'sample' },
      },
    });
    expect(taskSchema.parse({ ...SEARCH, search: 'blufr', verificationAt: [0.001] })).toMatchObject({
      search: 'blufr',
      verificationAt: ['1e-3'],
    });
  });

  it.each([
    ['no list', SEARCH],
    ['a list of nobody', gallery({ subjects: 0 })],
    ['half a subject', gallery({ subjects: 2.5 })],
    ['no size', gallery({ subjects: [] })],
    ['a size of nobody', gallery({ subjects: [10, 0] })],
    ['no sample of each', gallery({ samplesPerSubject: 0 })],
    ['another way to consolidate', gallery({ consolidate: 'median' })],
    ['a field that is none', gallery({ size: 3 })],
    ['no probe of each', probes({ perSubject: 0 })],
    ['a unit without a name', probes({ per: '' })],
    ['passers-by without a name', probes({ passersBy: '' })],
    ['a probe field that is none', probes({ passersby: 'theirs' })],
    ['a seed below 0', { ...SEARCH, search: { gallery: { subjects: 3 }, seed: -1 } }],
    ['an FPIR of 1', { ...gallery(), at: ['1e-0'] }],
    ['an FPIR above 1', { ...gallery(), at: [2] }],
    ['no target', { ...gallery(), at: [] }],
    ['no FMR for splits', { ...SEARCH, search: 'blufr', verificationAt: [] }],
    ['an FMR for splits that is none', { ...SEARCH, search: 'blufr', verificationAt: ['often'] }],
    ['groups', { ...gallery(), groups: ['gender'] }],
  ])('refuses %s in one line that names the file', (_, task) => {
    expect(problemOf(task)).toMatch(/^mine\.yaml[^\n]+$/);
    expect(problemOf(gallery())).toBe('');
  });
});

describe('a task of all pairs', () => {
  const EVERY = { id: 'e', protocol: 'all-pairs', data: 'ours', at: ['1e-3'] };

  it('takes groups as a task of pairs does, and no pairs', () => {
    expect(taskSchema.parse({ ...EVERY, groups: ['gender', ['gender', 'age']] })).toMatchObject({
      groups: [['gender'], ['gender', 'age']],
    });
    for (const change of [{ pairs: 'own' }, { calibrate: { share: 0.5 } }, { groups: [] }, { at: [] }]) {
      expect(problemOf({ ...EVERY, ...change })).toMatch(/^mine\.yaml[^\n]+$/);
    }
  });
});

describe('a list that the data cannot fill', () => {
  const dataset = madeUpDataset('made-up', peopleSamples());
  const options = { seed: 1, readList: unwanted, readSplits: unwanted, openOther: unwanted };

  it.each([
    [
      { subjects: [5, 40] },
      '"subjects": made-up has 12 subjects of at least 1 samples, too few for a list of 40; ask for smaller lists or fewer samples of each subject.',
    ],
    [
      { subjects: 5, samplesPerSubject: 9 },
      '"subjects": made-up has 0 subjects of at least 9 samples, too few for a list of 5; ask for smaller lists or fewer samples of each subject.',
    ],
    [{ subjects: [5, 5] }, '"subjects" has 5 twice; remove one of them.'],
  ])('of %j is refused in one sentence', async (change, message) => {
    await expect(prepareTask(taskSchema.parse(gallery(change)), dataset, options)).rejects.toThrow(
      new FalsematchError(message),
    );
  });

  it('is refused where the data do not say of every picture whom it shows', async () => {
    const nameless = madeUpDataset('made-up', [...peopleSamples(), { id: 'x.jpg', attributes: {} }]);
    await expect(prepareTask(taskSchema.parse(gallery()), nameless, options)).rejects.toThrow('x.jpg');
  });
});

describe('a system that reads plates', () => {
  const problem = (system: object, task: object = {}): string => {
    const suite = { ...suiteOf({ id: 't', protocol: 'plates', data: 'ours', ...task }), systems: [system] };
    const { success, error } = suiteSchema.safeParse(suite);
    return success ? '' : schemaProblem('mine.yaml', suiteSchema, error, suite).message;
  };
  const SYSTEM = { reader: 'ppocr-v4-rec', detector: 'ppocr-v4-det' };

  it.each([
    [{ reader: 'ppocr-v4-rec' }, {}, '"systems[0].detector": expected string, found nothing'],
    [{ ...SYSTEM, margin: 0.1 }, {}, '"systems[0].margin": expected object, found 0.1'],
    [{ ...SYSTEM, policy: 'all' }, {}, 'there is no field "systems[0].policy"; known: '],
    [{ ...SYSTEM, model: 'sface' }, {}, 'there is no field "systems[0].reader"; known: '],
    [SYSTEM, { iou: 2 }, '"tasks[0].iou": write a share between 0 and 1, such as 0.5, found 2'],
    [SYSTEM, { alphabet: '' }, '"tasks[0].alphabet": name at least one character, or leave it out'],
    [SYSTEM, { groups: ['a', 'a'] }, '"tasks[0].groups": name each attribute once'],
  ])('is refused with the field that is wrong: %j %j', (system, task, message) => {
    expect(problem(SYSTEM)).toBe('');
    expect(problem(system, task)).toContain(message);
  });
});
