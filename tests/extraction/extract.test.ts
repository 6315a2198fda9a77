import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { obtainSystems } from '../../src/benchmark/obtain-systems.js';
import { planRun } from '../../src/benchmark/plan.js';
import { suiteSchema } from '../../src/benchmark/suite.js';
import { extract } from '../../src/extraction/extract.js';
import { type ExtractionSample, type FaceSystem, isFaceSystem } from '../../src/extraction/extraction.js';
import { sha256Of } from '../../src/files/digest.js';
import { packagedCatalog, temporaryFolder } from '../support/catalog.js';
import { npmFile } from '../support/npm-file.js';
import { templateBytes } from '../support/run-bytes.js';

const photos = ['sample1.jpg', 'sample2.jpg', 'sample3.jpg'].map(npmFile);
const real = photos.every((path) => path !== undefined);

/** Two systems that share a detector, and a third with another policy. */
async function systems(): Promise<FaceSystem[]> {
  const suite = suiteSchema.parse({
    name: 'three',
    title: 'Three',
    data: { pictures: 'lfw' },
    defaults: { detector: 'faceplugin-detect', policy: 'all' },
    systems: [
      { model: 'faceplugin-feature' },
      { model: 'faceplugin-feature', name: 'flipped', flipSum: true },
      { model: 'faceplugin-feature', name: 'largest', policy: 'largest' },
    ],
    tasks: [{ id: 'faces', protocol: 'co-occurrence', data: 'pictures', at: ['1e-1'] }],
  });
  const mirror = process.env.FALSEMATCH_NPM_FILES ?? '';
  const context = { home: temporaryFolder(), mirror, offline: true };
  const { systems: obtained } = await obtainSystems(planRun(suite, await packagedCatalog()).systems, context);
  return obtained.filter(isFaceSystem);
}

function samples(): ExtractionSample[] {
  const found = photos.map((path = '', index) => ({ id: `photo${index}`, path, sha256: sha256Of(readFileSync(path)) }));
  return [...found, { id: 'missing' }];
}

it.skipIf(!real)(
  'gives every system its own extraction of every sample, and the second time from the cache',
  async () => {
    const home = temporaryFolder();
    const three = await systems();
    const first = await extract(samples(), three, { home, workers: 2 });
    expect([first.extracted, first.cached]).toEqual([6, 0]);
    const faces = (name: string) =>
      first.bySystem.get(name)?.map((e) => (e.state === 'ok' ? e.faces.length : e.reason));
    expect(faces('faceplugin-feature')).toEqual([3, 3, 3, 'missing']);
    expect(faces('largest')).toEqual([1, 1, 1, 'missing']);
    const [plain, flipped] = ['faceplugin-feature', 'flipped'].map((name) => first.bySystem.get(name)?.[0]);
    if (plain?.state !== 'ok' || flipped?.state !== 'ok') throw new Error('the first photo has faces');
    expect(flipped.faces[0]?.box).toEqual(plain.faces[0]?.box);
    expect(flipped.faces[0]?.template).not.toEqual(plain.faces[0]?.template);
    const length = Math.hypot(...(plain.faces[0]?.template ?? []));
    expect(length).toBeCloseTo(1, 5);

    const second = await extract(samples(), three, { home, workers: 1 });
    expect([second.extracted, second.cached]).toEqual([0, 6]);
    expect(second.bySystem).toEqual(first.bySystem);
  },
);

it.skipIf(!real)('gives the same templates in any order, beside anything, with any number of workers', async () => {
  const [system] = await systems();
  if (!system) throw new Error('no system');
  const forward = await extract(samples(), [system], { home: temporaryFolder(), workers: 2 });
  const backward = await extract(samples().reverse(), [system], { home: temporaryFolder(), workers: 1 });
  expect(backward.bySystem.get(system.name)).toEqual([...(forward.bySystem.get(system.name) ?? [])].reverse());
});

it.skipIf(!real)('a file that vanishes is missing in this run, and nothing false stays in the cache', async () => {
  const [system] = await systems();
  const home = temporaryFolder();
  const path = join(temporaryFolder(), 'photo.jpg');
  copyFileSync(photos[0] ?? '', path);
  const sample = { id: 'photo', path, sha256: sha256Of(readFileSync(path)) };
  rmSync(path);
  if (!system) throw new Error('no system');
  const gone = await extract([sample], [system], { home, workers: 1 });
  expect(gone.bySystem.get(system.name)?.[0]).toMatchObject({ state: 'failed', reason: 'missing' });
  expect(templateBytes(home)).toBe(0);
  copyFileSync(photos[0] ?? '', path);
  const back = await extract([sample], [system], { home, workers: 1 });
  expect(back.bySystem.get(system.name)?.[0]).toMatchObject({ state: 'ok' });
});

it.skipIf(!real)('an abort before the start does no work and says so', async () => {
  const [system] = await systems();
  if (!system) throw new Error('no system');
  const home = temporaryFolder();
  const run = extract(samples(), [system], { home, workers: 1, signal: AbortSignal.abort() });
  await expect(run).rejects.toMatchObject({ kind: 'interrupted' });
  expect(templateBytes(home)).toBe(0);
});
