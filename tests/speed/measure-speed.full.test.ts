import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { homePlaces } from '../../src/catalog/home.js';
import { importOwn } from '../../src/datasets/import-own.js';
import { canonicalJson } from '../../src/files/canonical-json.js';
import { FalsematchError } from '../../src/files/errors.js';
import { measureSpeed } from '../../src/speed/measure-speed.js';
import type { SpeedOptions } from '../../src/speed/speed-options.js';
import type { SpeedReport, TimedSystem } from '../../src/speed/speed-report.js';
import { packagedCatalog, temporaryFolder } from '../support/catalog.js';
import { mirrorFile } from '../support/mirror.js';
import { npmFile } from '../support/npm-file.js';

const photos = ['sample1.jpg', 'sample2.jpg', 'sample3.jpg'].map(npmFile);
const real = photos.every((path) => path !== undefined) && npmFile('fr_feature.onnx') !== undefined;
const mirror = process.env.FALSEMATCH_NPM_FILES ?? '';
const home = temporaryFolder();
const suite = join(home, 'mine.yaml');
const asked: SpeedOptions = { suite, home, mirror, offline: true, pictures: 9, rounds: 2, workers: 2 };

/** Where scratch folders are made, and those that are there. */
const scratch = temporaryFolder();
vi.stubEnv('TMPDIR', scratch);
const left = () => readdirSync(scratch).filter((name) => name.startsWith('falsematch-speed-'));

beforeAll(async () => {
  if (!real) return;
  const pictures = join(home, 'pictures');
  mkdirSync(pictures);
  for (const [index, path = ''] of photos.entries()) copyFileSync(path, join(pictures, `photo${index}.jpg`));
  // The same content again is no other picture.
  copyFileSync(photos[0] ?? '', join(pictures, 'twice.jpg'));
  writeFileSync(join(pictures, 'text.jpg'), 'this is no picture');
  const sky = sharp({ create: { width: 300, height: 300, channels: 3, background: '#7fa0c0' } }).png();
  await sky.toFile(join(pictures, 'sky.png'));
  await importOwn({ name: 'mine', layout: 'pictures', from: pictures }, await packagedCatalog(), home);
  const system = { model: 'faceplugin-feature', policy: 'largest' };
  const systems = [system, { ...system, name: 'every-face', policy: 'all' }];
  const task = { id: 'faces', protocol: 'co-occurrence', data: 'pictures', at: ['1e-1'] };
  const own = {
    name: 'mine',
    title: 'Mine',
    data: { pictures: 'mine' },
    defaults: { detector: 'faceplugin-detect', policy: 'all' },
  };
  writeFileSync(suite, JSON.stringify({ ...own, systems, tasks: [task] }));
});

describe.skipIf(!real)('a system on pictures, some of which give nothing', () => {
  let report: SpeedReport;
  let system: TimedSystem;
  const progress: (readonly [number, number])[] = [];

  beforeAll(async () => {
    report = await measureSpeed({
      ...asked,
      models: ['every-face'],
      onEvent(event) {
        if (event.kind === 'timing') progress.push([event.done, event.total]);
      },
    });
    const [first] = report.systems;
    if (first?.state !== 'timed') throw new Error('it was timed');
    system = first;
  }, 120_000);

  it('has what was asked, of each different picture once', () => {
    expect(report).toMatchObject({ schema: 'falsematch-speed/1', settings: { pictures: 9, rounds: 2, workers: 2 } });
    expect(report.systems.map(({ name }) => name)).toEqual(['every-face']);
    expect(system).toMatchObject({ kind: 'faces', pictures: 5, rounds: 2, warmUp: 5 });
    expect(system.failures).toEqual({ 'no-face': 1, unreadable: 1 });
    expect(system.warnings).toContainEqual({ kind: 'few-pictures', asked: 9, found: 5 });
  });

  it('times every stage of the pictures that came to it, in each round', () => {
    const times = Object.fromEntries(system.latency.stages.map(({ stage, times }) => [stage, times]));
    expect(times).toEqual({ load: 8, detect: 8, warp: 6, template: 6 });
    expect(system.latency.picture.times).toBe(6);
    // Three photos with three faces each, and the detector looks at four pictures.
    const passes = Object.fromEntries(system.latency.networks.map(({ role, times }) => [role, times]));
    expect(passes).toMatchObject({ detector: 8, template: 18 });
  });

  it('every figure is finite and positive, and a network takes no longer than its stage', () => {
    const { picture, stages, networks } = system.latency;
    for (const { median, p10, p90, min, max } of [picture, ...stages, ...networks]) {
      expect(min).toBeGreaterThan(0);
      expect([min, p10, median, p90, max]).toEqual([min, p10, median, p90, max].sort((a, b) => a - b));
      expect(Number.isFinite(max)).toBe(true);
    }
    for (const { seconds, pictures, results, cores } of system.throughput) {
      for (const range of [seconds, pictures, results, cores]) {
        expect(range.min).toBeGreaterThan(0);
        expect(range.max).toBeGreaterThanOrEqual(range.median);
        expect(Number.isFinite(range.max)).toBe(true);
      }
      // Nine faces in five pictures.
      expect(results.max / pictures.max).toBeCloseTo(9 / 5, 3);
    }
    expect(system.throughput.map(({ workers }) => workers)).toEqual([1, 2]);
    expect(system.scaling?.speedUp.min).toBeGreaterThan(0);
    expect(system.scaling?.shareOfCeiling?.min).toBeGreaterThan(0);
  });

  it('weighs the models with what belongs to them', () => {
    const bytes = system.models.map(({ role, bytes }) => [role, bytes]);
    const size = (name: string) => statSync(npmFile(name) ?? '').size;
    expect(bytes).toEqual([
      ['detector', size('fr_detect.onnx')],
      ['landmarks', size('fr_landmark.onnx')],
      ['template', size('fr_feature.onnx')],
    ]);
    expect(system.models[0]).toMatchObject({
      precision: 'float32',
      placement: { device: 'cpu', runsOn: ['cpu'], batch: 1 },
    });
  });

  it('says with what it was measured, without the name of host or user, and can be written', () => {
    expect(report.environment).toMatchObject({ device: 'cpu', node: process.version, cores: expect.any(Number) });
    expect(report.environment.libraries).toMatchObject({ 'onnxruntime-node': expect.any(String) });
    expect(report.datasets).toMatchObject([{ key: 'pictures', name: 'mine', samples: 6 }]);
    expect(JSON.parse(canonicalJson(report))).toEqual(JSON.parse(JSON.stringify(report)));
    expect(canonicalJson(report)).not.toContain(home);
  });

  it('tells how far it is', () => {
    // To warm up, and in two rounds each picture alone, with one worker and with two.
    expect(progress.at(-1)?.[1]).toBe(5 + 2 * 3 * 5);
    const done = progress.map(([at]) => at);
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });

  it('leaves no template, in the cache or elsewhere', () => {
    expect(readdirSync(homePlaces(home).templates)).toEqual([]);
    expect(left()).toEqual([]);
  });
});

describe.skipIf(!real)('what is asked decides what is measured', () => {
  it('one worker is held against nothing', async () => {
    const { systems } = await measureSpeed({ ...asked, pictures: 1, rounds: 1, workers: 1 });
    expect(systems).toMatchObject([
      { name: 'faceplugin-feature', pictures: 1, throughput: [{ workers: 1 }] },
      { name: 'every-face', pictures: 1, throughput: [{ workers: 1 }] },
    ]);
    expect(systems.every((system) => !('scaling' in system))).toBe(true);
  });

  it('a condition is put before every picture', async () => {
    const nothing = { ...asked, models: ['every-face'], pictures: 2, rounds: 1, workers: 1, condition: 'sunglasses' };
    const { settings, systems } = await measureSpeed(nothing);
    expect(settings.condition).toMatchObject({
      name: 'sunglasses',
      does: [expect.stringContaining('sunglasses'), expect.any(String)],
    });
    expect(systems[0]).toMatchObject({ state: 'timed' });
  });

  it('a system that finds no face in any picture is not timed, and is no error', async () => {
    const folder = temporaryFolder();
    const pictures = join(folder, 'pictures');
    mkdirSync(pictures);
    copyFileSync(join(home, 'pictures', 'sky.png'), join(pictures, 'sky.png'));
    await importOwn({ name: 'mine', layout: 'pictures', from: pictures }, await packagedCatalog(), folder);
    const { systems } = await measureSpeed({ ...asked, home: folder, models: ['every-face'] });
    expect(systems).toMatchObject([{ state: 'no-result', pictures: 1, failures: { 'no-face': 1 } }]);
    expect(left()).toEqual([]);
  });

  it('a signal stops it between pictures, and nothing is left', async () => {
    const controller = new AbortController();
    const stopped = measureSpeed({
      ...asked,
      rounds: 50,
      signal: controller.signal,
      onEvent(event) {
        // In a pass of the workers of the first round.
        if (event.kind === 'timing' && event.done > 12) controller.abort();
      },
    });
    await expect(stopped).rejects.toMatchObject({ kind: 'interrupted' });
    await expect(stopped).rejects.toBeInstanceOf(FalsematchError);
    expect(left()).toEqual([]);
  });

  it('names what is not there', async () => {
    await expect(measureSpeed({ ...asked, of: ['picture'] })).rejects.toThrow('did you mean "pictures"?');
    await expect(measureSpeed({ ...asked, models: ['every-fac'] })).rejects.toThrow('did you mean "every-face"?');
    await expect(measureSpeed({ ...asked, condition: 'mud' })).rejects.toThrow('There is no condition named "mud"');
    await expect(measureSpeed({ ...asked, condition: 'lane-day' })).rejects.toThrow(
      'The condition lane-day is about plates, and faceplugin-feature of suite mine is not',
    );
  });
});

const plates = mirrorFile('y5fu_320x_sim.onnx') && mirrorFile('openalpr-endtoend-eu-us.tgz');

it.skipIf(!plates)('plates that were read are counted, on the data that was asked for', async () => {
  const { systems, datasets } = await measureSpeed({
    suite: 'plates',
    models: ['y5fu-320_cct-xs'],
    of: ['eu'],
    home: temporaryFolder(),
    mirror: process.env.FALSEMATCH_MIRROR ?? '',
    offline: true,
    pictures: 4,
    rounds: 1,
    workers: 2,
  });
  expect(datasets.map(({ key }) => key)).toEqual(['eu']);
  const [system] = systems;
  if (system?.state !== 'timed') throw new Error('it was timed');
  expect(system).toMatchObject({ kind: 'plates', pictures: 4 });
  expect(system.models.map(({ role }) => role)).toEqual(['detector', 'reader']);
  expect(system.latency.stages.map(({ stage }) => stage)).toEqual(['load', 'detect', 'warp', 'read']);
  expect(system.throughput[1]?.results.median).toBeGreaterThan(0);
});
