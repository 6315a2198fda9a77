import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeTask } from '../../src/benchmark/describe.js';
import { planRun } from '../../src/benchmark/plan.js';
import { prepareTasks } from '../../src/benchmark/prepare-tasks.js';
import { type Suite, suiteSchema, taskSchema } from '../../src/benchmark/suite.js';
import { loadCatalog } from '../../src/catalog/load-cards.js';
import { importOwn } from '../../src/datasets/import-own.js';
import { taskDigest } from '../../src/results/consistency.js';
import { runRecordSchema } from '../../src/results/run-record.js';
import { packagedCatalog, temporaryFolder } from '../support/catalog.js';

const PAIRS = { id: 'pairs', protocol: 'pairs', data: 'ours', pairs: { mated: 9, nonMated: 9 }, at: ['1e-1'] };
const OTHER = { ...PAIRS, id: 'other', data: 'theirs' };
const suiteOf = (...tasks: object[]): Suite =>
  suiteSchema.parse({
    name: 'mine',
    title: 'Mine',
    data: { ours: 'ours', theirs: 'theirs', absent: 'lfw' },
    systems: [{ model: 'mobilefacenet-y1' }],
    tasks,
  });

/** A home folder with these datasets, one folder a subject with two pictures each. */
async function homeWith(datasets: Readonly<Record<string, readonly string[]>>) {
  const home = temporaryFolder();
  for (const [name, subjects] of Object.entries(datasets)) {
    const from = temporaryFolder();
    for (const subject of subjects) {
      mkdirSync(join(from, subject));
      for (const picture of ['1.jpg', '2.jpg'])
        writeFileSync(join(from, subject, picture), `${name}${subject}${picture}`);
    }
    await importOwn({ name, layout: 'subject-folders', from }, await loadCatalog({ home }), home);
  }
  return { context: { home, offline: true }, catalog: await loadCatalog({ home }) };
}

async function prepare(suite: Suite, datasets: Parameters<typeof homeWith>[0]) {
  const { context, catalog } = await homeWith(datasets);
  return prepareTasks(planRun(suite, catalog), { faces: true, plates: true }, catalog, context);
}

describe('calibrate in a suite', () => {
  const parse = (calibrate: unknown, change: object = {}) => taskSchema.safeParse({ ...PAIRS, calibrate, ...change });

  it('names a task or a share of the subjects', () => {
    expect(parse({ task: 'other' }).data).toMatchObject({ calibrate: { task: 'other' } });
    expect(parse({ share: 0.5 }).data).toMatchObject({ calibrate: { share: 0.5 } });
    expect(parse(undefined).success).toBe(true);
  });

  it.each([
    { share: 0 },
    { share: 1 },
    { share: -0.5 },
    { share: '0.5' },
    { task: '' },
    {},
    'other',
    { task: 'other', share: 0.5 },
  ])('refuses %j', (calibrate) => {
    expect(parse(calibrate).success).toBe(false);
  });

  it('is for lists of pairs only', () => {
    const { pairs: _, ...co } = PAIRS;
    expect(taskSchema.safeParse({ ...co, protocol: 'co-occurrence' }).success).toBe(true);
    expect(taskSchema.safeParse({ ...co, protocol: 'co-occurrence', calibrate: { share: 0.5 } }).success).toBe(false);
  });
});

describe('the plan', () => {
  const lfw = { ...PAIRS, data: 'absent', pairs: 'view2' };
  const plan = async (...tasks: object[]) => {
    const { ours: _, theirs: __, ...data } = suiteOf(PAIRS).data;
    return planRun({ ...suiteOf(...tasks), data }, await packagedCatalog());
  };

  it('takes a task with pairs above it, and any share', async () => {
    const other = { ...lfw, id: 'other' };
    expect((await plan(other, { ...lfw, calibrate: { task: 'other' } })).suite.tasks).toHaveLength(2);
    expect((await plan({ ...lfw, calibrate: { share: 0.5 } })).suite.tasks).toHaveLength(1);
  });

  it.each([
    ['is not there', []],
    ['is the task itself', [{ ...lfw, calibrate: { task: 'pairs' } }]],
  ])('refuses a task that %s', async (_, tasks) => {
    const named = tasks.length > 0 ? 'pairs' : 'other';
    await expect(plan(...(tasks.length > 0 ? tasks : [{ ...lfw, calibrate: { task: 'other' } }]))).rejects.toThrow(
      `Suite mine, task pairs: calibrate must name a task with pairs above it, and "${named}" is none.`,
    );
  });

  it('refuses a task below it, and one of another protocol', async () => {
    const first = { ...lfw, calibrate: { task: 'other' } };
    const message = 'calibrate must name a task with pairs above it, and "other" is none.';
    await expect(plan(first, { ...lfw, id: 'other' })).rejects.toThrow(message);
    const co = { id: 'other', protocol: 'co-occurrence', data: 'absent', at: ['1e-1'] };
    await expect(plan(co, first)).rejects.toThrow(message);
  });
});

describe('prepareTasks', () => {
  const calibrated = { ...PAIRS, calibrate: { task: 'other' } };

  it('makes both tasks ready where the people are others', async () => {
    const { ready, notMeasured } = await prepare(suiteOf(OTHER, calibrated), {
      ours: ['anna', 'boris'],
      theirs: ['carl', 'dora'],
    });
    expect([ready.map(({ task }) => task.id), notMeasured]).toEqual([['other', 'pairs'], []]);
  });

  it('refuses the same people before anything is extracted, and names them', async () => {
    const datasets = { ours: ['anna', 'boris', 'carl'], theirs: ['carl', 'anna', 'dora'] };
    await expect(prepare(suiteOf(OTHER, calibrated), datasets)).rejects.toThrow(
      'Task pairs takes thresholds from other, and 2 subjects stand in both (anna, carl); calibrate on other people, or write calibrate: { share: 0.5 }',
    );
    const five = ['a', 'b', 'c', 'd', 'e'];
    await expect(prepare(suiteOf(OTHER, calibrated), { ours: five, theirs: five })).rejects.toThrow(
      '5 subjects stand in both (a, b, c, ...)',
    );
  });

  it('does not measure a task whose thresholds come from one that is not measured, and says so', async () => {
    const suite = suiteOf({ ...OTHER, data: 'absent', pairs: 'view2' }, calibrated, { ...PAIRS, id: 'third' });
    const { ready, notMeasured } = await prepare(suite, { ours: ['anna', 'boris'], theirs: ['carl'] });
    expect(ready.map(({ task }) => task.id)).toEqual(['third']);
    expect(notMeasured.map(({ what }) => what)).toEqual(['other', 'pairs']);
    expect(notMeasured[1]).toMatchObject({ reason: 'its thresholds come from other, which was not measured' });
  });

  it('does so for a recapture too', async () => {
    const again = {
      id: 'again',
      protocol: 'recapture',
      data: 'ours',
      capture: { scale: 0.5, jpegQuality: 40 },
      nonMatedFrom: 'other',
      at: ['1e-1'],
    };
    const suite = suiteOf({ ...OTHER, data: 'absent', pairs: 'view2' }, again);
    const { ready, notMeasured } = await prepare(suite, { ours: ['anna', 'boris'], theirs: ['carl'] });
    expect([ready, notMeasured.map(({ what }) => what)]).toEqual([[], ['other', 'again']]);
  });
});

describe('the record of a task', () => {
  it('says what sets the thresholds, and its digest depends on it', async () => {
    const records = await Promise.all(
      [undefined, { share: 0.5 }, { share: 0.25 }].map(async (calibrate) => {
        const suite = suiteOf({ ...PAIRS, calibrate });
        const { ready } = await prepare(suite, { ours: ['anna', 'boris'], theirs: ['carl'] });
        const [first] = ready;
        if (!first) throw new Error('nothing is ready');
        const record = describeTask(suite, first.task, first.dataset, first.prepared);
        const { digest, ...rest } = record;
        expect(digest).toBe(taskDigest(rest, first.dataset.digest));
        expect(runRecordSchema.shape.tasks.element.parse(record)).toEqual(record);
        return record;
      }),
    );
    expect(records.map(({ calibrate }) => calibrate)).toEqual([undefined, { share: 0.5 }, { share: 0.25 }]);
    expect(Object.hasOwn(records[0] ?? {}, 'calibrate')).toBe(false);
    expect(new Set(records.map(({ digest }) => digest)).size).toBe(3);
  });
});
