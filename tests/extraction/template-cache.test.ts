import { appendFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Extraction } from '../../src/extraction/extraction.js';
import { openTemplateCache } from '../../src/extraction/template-cache.js';
import { temporaryFolder } from '../support/catalog.js';

const EXTRACTION: Extraction = { state: 'failed', reason: 'unreadable', detail: 'the file is empty' };
const SYSTEM = '5'.repeat(64);
const key = (digit: string) => digit.repeat(64);

it('keeps records between openings, in a folder that only its owner can read', async () => {
  const home = temporaryFolder();
  const first = await openTemplateCache(home, SYSTEM);
  expect(first.get(key('a'))).toBeUndefined();
  await first.put([{ key: key('a'), extraction: EXTRACTION }]);
  expect(first.get(key('a'))).toEqual(EXTRACTION);
  await first.close();
  const second = await openTemplateCache(home, SYSTEM);
  expect(second.get(key('a'))).toEqual(EXTRACTION);
  await second.close();
  expect(statSync(join(home, 'templates', SYSTEM)).mode & 0o777).toBe(0o700);
});

it('lets two processes write side by side, and survives the torn end of a killed one', async () => {
  const home = temporaryFolder();
  const [first, second] = [await openTemplateCache(home, SYSTEM), await openTemplateCache(home, SYSTEM)];
  await first.put([{ key: key('a'), extraction: EXTRACTION }]);
  await second.put([{ key: key('b'), extraction: EXTRACTION }]);
  await first.close();
  await second.close();
  const folder = join(home, 'templates', SYSTEM);
  const segments = readdirSync(folder);
  expect(segments).toHaveLength(2);
  for (const name of segments) appendFileSync(join(folder, name), Buffer.from([9, 0, 0, 0, 1, 2, 3]));
  const third = await openTemplateCache(home, SYSTEM);
  expect(third.get(key('a'))).toEqual(EXTRACTION);
  expect(third.get(key('b'))).toEqual(EXTRACTION);
  await third.close();
});

it('makes no file when there is nothing to write', async () => {
  const home = temporaryFolder();
  await (await openTemplateCache(home, SYSTEM)).close();
  expect(readdirSync(join(home, 'templates', SYSTEM))).toEqual([]);
});

it('takes records that arrive at once into one segment, whole', async () => {
  const home = temporaryFolder();
  const cache = await openTemplateCache(home, SYSTEM);
  const keys = Array.from({ length: 50 }, (_, index) => index.toString(16).padStart(64, '0'));
  await Promise.all(keys.map((id) => cache.put([{ key: id, extraction: EXTRACTION }])));
  await cache.close();
  expect(readdirSync(join(home, 'templates', SYSTEM))).toHaveLength(1);
  const again = await openTemplateCache(home, SYSTEM);
  expect(keys.filter((id) => again.get(id) === undefined)).toEqual([]);
  await again.close();
});
