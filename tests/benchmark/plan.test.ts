import { expect, it } from 'vitest';
import { loadSuite, suiteNames } from '../../src/benchmark/load-suite.js';
import { overrideSuite } from '../../src/benchmark/override-suite.js';
import { planRun } from '../../src/benchmark/plan.js';
import { type Suite, suiteSchema } from '../../src/benchmark/suite.js';
import { FalsematchError } from '../../src/files/errors.js';
import { packagedCatalog } from '../support/catalog.js';

const BASE = {
  name: 'mine',
  title: 'Mine',
  data: { pictures: 'lfw' },
  systems: [{ model: 'mobilefacenet-y1' }],
  tasks: [{ id: 'pairs', protocol: 'pairs', data: 'pictures', pairs: 'view2', at: ['1.0e-2'] }],
};
const suite = (change: object = {}): Suite => suiteSchema.parse({ ...BASE, ...change });

it('every packaged suite can be planned, but for the one that waits for the name of your own pictures', async () => {
  const catalog = await packagedCatalog();
  for (const name of await suiteNames()) {
    const loaded = await loadSuite(name);
    const data = name === 'own' ? { pictures: 'face-research-lab-london-320' } : {};
    expect(planRun(overrideSuite(loaded, { data }), catalog).systems.length).toBeGreaterThan(0);
  }
});

it('fills in the defaults, and takes a detector with its landmark model', async () => {
  const { systems } = planRun(
    suite({
      systems: [
        { model: 'mobilefacenet-y1' },
        { model: 'faceplugin-feature', detector: 'faceplugin-detect', flipSum: true },
      ],
    }),
    await packagedCatalog(),
  );
  expect(
    systems.map((system) => [
      system.name,
      system.detector?.name,
      ...('reader' in system ? [] : [system.landmarks?.name, system.policy, system.flipSum]),
    ]),
  ).toEqual([
    ['mobilefacenet-y1', 'scrfd-500m', undefined, 'most-central', false],
    ['faceplugin-feature', 'faceplugin-detect', 'faceplugin-landmark', 'most-central', true],
  ]);
});

it('needs no detector where the dataset marks the faces, and takes none', async () => {
  const catalog = await packagedCatalog();
  const marked = { defaults: { policy: 'given', flipSum: true } };
  const [system] = planRun(suite(marked), catalog).systems;
  expect(system).toEqual({
    name: 'mobilefacenet-y1',
    model: catalog.model('mobilefacenet-y1'),
    policy: 'given',
    flipSum: true,
  });
  const both = suite({ ...marked, systems: [{ model: 'mobilefacenet-y1', detector: 'scrfd-500m' }] });
  expect(() => planRun(both, catalog)).toThrow('nothing is left to do for the detector scrfd-500m');
});

it('gives a plate system the margin of its reader unless it has its own, and a label the margin of a plate', async () => {
  const { systems } = planRun(
    suite({
      systems: [
        { reader: 'fast-plate-ocr-cct-xs-v1-global', detector: 'hyperlpr3-y5fu-320' },
        { reader: 'ppocr-v4-rec', detector: 'ppocr-v4-det', name: 'own', margin: { x: 0.1, y: 0 } },
        { reader: 'ppocr-v4-rec', detector: 'ppocr-v4-det', name: 'both', labelMargin: { x: 0, y: 0.2 } },
      ],
      tasks: [PLATES],
    }),
    await packagedCatalog(),
  );
  const margins = systems.map((system) => ('reader' in system ? [system.name, system.margin, system.labelMargin] : []));
  const catalog = await packagedCatalog();
  const [cct, ppocr] = ['fast-plate-ocr-cct-xs-v1-global', 'ppocr-v4-rec'].map((name) => {
    const card = catalog.model(name);
    return card.kind === 'plate-reader' ? card.margin : undefined;
  });
  expect(margins).toEqual([
    ['hyperlpr3-y5fu-320_fast-plate-ocr-cct-xs-v1-global', cct, cct],
    ['own', { x: 0.1, y: 0 }, { x: 0.1, y: 0 }],
    ['both', ppocr, { x: 0, y: 0.2 }],
  ]);
});

it('leaves out the tasks of which no system is left when only some are asked for', () => {
  const both = suite({
    systems: [...BASE.systems, { ...PLATE_SYSTEM, name: 'reads' }],
    tasks: [...BASE.tasks, PLATES],
  });
  const tasksOf = (model: string) => overrideSuite(both, { models: [model] }).tasks.map(({ id }) => id);
  expect([tasksOf('mobilefacenet-y1'), tasksOf('reads')]).toEqual([['pairs'], ['plates']]);
});

it("keeps a suite's own words for its own data, and for suites that are written for anybody's", () => {
  const told = [{ ...BASE.tasks[0], title: 'On LFW', caveat: 'Press pictures.' }];
  const wordsOn = (own: string, data?: string) => {
    const { tasks } = overrideSuite(
      suite({ data: { pictures: own }, tasks: told }),
      data ? { data: { pictures: data } } : {},
    );
    return [tasks[0]?.title, tasks[0]?.caveat];
  };
  expect(wordsOn('lfw')).toEqual(['On LFW', 'Press pictures.']);
  expect(wordsOn('lfw', 'lfw')).toEqual(['On LFW', 'Press pictures.']);
  expect(wordsOn('lfw', 'mine')).toEqual([undefined, undefined]);
  expect(wordsOn('my-set', 'mine')).toEqual(['On LFW', 'Press pictures.']);
});

it('writes an operating point in one way only', () => {
  expect(suite().tasks[0]).toMatchObject({ at: ['1e-2'] });
});

const RECAPTURE = {
  id: 'again',
  protocol: 'recapture',
  data: 'pictures',
  capture: { scale: 0.5, jpegQuality: 40 },
  nonMatedFrom: 'others',
  at: ['1e-2'],
};

const PLATES = { id: 'plates', protocol: 'plates', data: 'pictures' };
const PLATE_SYSTEM = { reader: 'ppocr-v4-rec', detector: 'ppocr-v4-det' };

it.each([
  [{ tasks: [PLATES] }, 'task plates: the protocol plates is about plates, and no system of the suite has a reader'],
  [{ systems: [PLATE_SYSTEM] }, 'task pairs: the protocol pairs is about faces, and no system of the suite has a'],
  [{ systems: [{ ...PLATE_SYSTEM, detector: 'scrfd-500m' }] }, 'scrfd-500m is a face-detector, and a plate-detector'],
  [{ systems: [{ ...PLATE_SYSTEM, reader: 'sface' }] }, 'sface is a face-template, and a plate-reader is needed'],
  [
    { systems: [{ model: 'mobilefacenet-y2' }] },
    'There is no model named "mobilefacenet-y2"; did you mean "mobilefacenet-y1"?',
  ],
  [{ systems: [{ model: 'scrfd-500m' }] }, 'scrfd-500m is a face-detector, and a face-template is needed'],
  [{ systems: [{ model: 'mobilefacenet-y1' }, { model: 'mobilefacenet-y1' }] }, 'two systems named "mobilefacenet-y1"'],
  [{ data: { pictures: { anyOf: ['lfw', 'lfw-funnelled'] } } }, 'did you mean "lfw-funneled"?'],
  [{ data: { photos: 'lfw' } }, 'There is no key of "data" (Suite mine, task pairs) named "pictures"'],
  [{ defaults: { policy: 'all' } }, 'the policy of mobilefacenet-y1 is "all"; choose most-central'],
  [{ tasks: [...BASE.tasks, ...BASE.tasks] }, 'two tasks have this id'],
  [{ tasks: [RECAPTURE] }, 'nonMatedFrom must name a task above it, and "others" is none'],
  [
    { tasks: [{ id: 'others', protocol: 'co-occurrence', data: 'pictures', at: ['1e-1'] }, RECAPTURE] },
    'the operating points 1e-2 are not set by others',
  ],
])('refuses %j', async (change, message) => {
  const catalog = await packagedCatalog();
  expect(() => planRun(suite(change), catalog)).toThrow(message);
});

const SEARCH = { id: 'search', protocol: 'search', data: 'pictures', at: ['1e-1'] };
const DRAWN = { ...SEARCH, search: { gallery: { subjects: [10, 100] } } };
const passing = (passersBy: string) => ({ ...DRAWN, search: { ...DRAWN.search, probes: { passersBy } } });
const enrolling = (distractors: string) => ({
  ...DRAWN,
  search: { gallery: { ...DRAWN.search.gallery, distractors } },
});

it.each([
  [
    { tasks: [passing('picture')] },
    'There is no key of "data" (Suite mine, task search, passersBy) named "picture"; did you mean "pictures"?',
  ],
  [
    { tasks: [passing('pictures')] },
    "Suite mine, task search: passersBy names the data of the list itself; name other people's, or leave it out for those who are on no list.",
  ],
  [
    { tasks: [enrolling('picture')] },
    'There is no key of "data" (Suite mine, task search, distractors) named "picture"; did you mean "pictures"?',
  ],
  [
    { tasks: [enrolling('pictures')] },
    "Suite mine, task search: distractors names data whose people are searched for; name those of others, who are nobody's mate.",
  ],
  [
    { tasks: [{ ...DRAWN, verificationAt: ['1e-3'] }] },
    'Suite mine, task search: verificationAt is for published splits; for all pairs of the data add a task with the protocol all-pairs.',
  ],
  [
    { defaults: { policy: 'all' }, tasks: [{ id: 'every', protocol: 'all-pairs', data: 'pictures', at: ['1e-3'] }] },
    'Suite mine, task every: the protocol all-pairs compares one face a picture, and the policy of mobilefacenet-y1 is "all"; choose most-central, largest, highest-score or given.',
  ],
  [
    { defaults: { policy: 'all' }, tasks: [{ ...SEARCH, search: 'blufr' }] },
    'Suite mine, task search: the protocol search compares one face a picture, and the policy of mobilefacenet-y1 is "all"; choose most-central, largest, highest-score or given.',
  ],
])('refuses %j in exactly one sentence', async (change, message) => {
  const catalog = await packagedCatalog();
  expect(() => planRun(suite(change), catalog)).toThrow(new FalsematchError(message));
});

it('plans all pairs and searches, of published splits with rates of all pairs too', async () => {
  const tasks = [
    { id: 'every', protocol: 'all-pairs', data: 'pictures', at: ['1e-3'], groups: ['gender'] },
    { ...DRAWN, search: { ...DRAWN.search, probes: { passersBy: 'others' } } },
    { ...SEARCH, id: 'splits', search: 'blufr', verificationAt: ['1e-3'] },
  ];
  const planned = planRun(suite({ tasks, data: { pictures: 'lfw', others: 'lfw-funneled' } }), await packagedCatalog());
  expect(planned.suite.tasks.map(({ protocol }) => protocol)).toEqual(['all-pairs', 'search', 'search']);
});

it('overrides name what they change, or are refused', () => {
  expect(overrideSuite(suite(), { data: { pictures: 'my-set' }, seed: 9 })).toMatchObject({
    data: { pictures: 'my-set' },
    seed: 9,
  });
  expect(() => overrideSuite(suite(), { data: { picture: 'my-set' } })).toThrow('did you mean "pictures"?');
  expect(() => overrideSuite(suite(), { models: ['mobilefacenet'] })).toThrow(
    'There is no system in suite mine named "mobilefacenet"',
  );
});

it('an unknown suite is answered with the nearest name, a file that is not there with its path', async () => {
  await expect(loadSuite('lwf')).rejects.toThrow('There is no suite named "lwf"; did you mean "lfw"?');
  await expect(loadSuite('no/such.yaml')).rejects.toThrow('The suite file no/such.yaml does not exist');
});

it('adds face models to a suite, each with its defaults, and takes them for systems of the suite', async () => {
  const catalog = await packagedCatalog();
  const more = overrideSuite(suite(), { with: ['sface', 'buffalo_l'], models: ['sface'] });
  expect(more.systems).toEqual([{ model: 'sface' }]);
  const names = planRun(overrideSuite(suite(), { with: ['adaface-ir18'] }), catalog).systems.map(({ name }) => name);
  expect(names).toContain('adaface-ir18');
  expect(() => planRun(overrideSuite(suite(), { with: ['scrfd-500m'] }), catalog)).toThrow(
    'scrfd-500m is a face-detector, and a face-template is needed in its place.',
  );
  expect(() => planRun(overrideSuite(suite(), { with: ['sfce'] }), catalog)).toThrow('did you mean "sface"?');
});
