import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { parseComparisons } from '../../src/results/comparison-table.js';
import { parseSamples } from '../../src/results/sample-table.js';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { npmFile } from '../support/npm-file.js';

const photo = npmFile('sample1.jpg');

/** A PNG that announces 40,000 x 40,000 pixels in a few bytes. */
function bomb(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.from([0, 0, 0x9c, 0x40, 0, 0, 0x9c, 0x40, 8, 2, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

it.skipIf(!photo)('bad pictures are failures with a reason, and no comparison is lost', async () => {
  const folder = temporaryFolder();
  const pictures = join(folder, 'people');
  mkdirSync(join(pictures, 'good'), { recursive: true });
  mkdirSync(join(pictures, 'bad'), { recursive: true });
  const bytes = readFileSync(photo ?? '');
  copyFileSync(photo ?? '', join(pictures, 'good', 'photo.jpg'));
  await sharp(bytes)
    .webp()
    .toFile(join(pictures, 'good', 'photo.webp'));
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  writeFileSync(
    join(pictures, 'good', 'photo.ppm'),
    Buffer.concat([Buffer.from(`P6\n${info.width} ${info.height}\n255\n`), data]),
  );
  writeFileSync(join(pictures, 'bad', 'truncated.jpg'), bytes.subarray(0, bytes.length / 2));
  writeFileSync(join(pictures, 'bad', 'text.jpg'), 'this is no picture');
  writeFileSync(join(pictures, 'bad', 'empty.jpg'), '');
  writeFileSync(join(pictures, 'bad', 'bomb.png'), bomb());
  await sharp({ create: { width: 300, height: 300, channels: 3, background: '#7fa0c0' } })
    .png()
    .toFile(join(pictures, 'bad', 'sky.png'));
  const names = ['truncated.jpg', 'text.jpg', 'empty.jpg', 'bomb.png', 'sky.png', 'not-there.jpg'];
  const pairs = [
    'good/photo.jpg,good/photo.webp,1',
    'good/photo.jpg,good/photo.ppm,1',
    ...names.map((name) => `good/photo.jpg,bad/${name},0`),
    'bad/text.jpg,bad/empty.jpg,1',
  ];
  writeFileSync(join(folder, 'pairs.csv'), `a,b,mated\n${pairs.join('\n')}\n`);
  writeFileSync(
    join(folder, 'mine.yaml'),
    `name: mine
title: Mine
data: { pictures: mine }
defaults: { detector: faceplugin-detect, policy: largest }
systems: [{ model: faceplugin-feature }]
tasks: [{ id: own, protocol: pairs, data: pictures, pairs: own, at: ['1e-1'] }]
`,
  );
  const env = { FALSEMATCH_HOME: join(folder, 'home'), FALSEMATCH_MIRROR: process.env.FALSEMATCH_NPM_FILES ?? '' };
  const imported = await cli(
    [
      'datasets',
      'import',
      'mine',
      '--layout',
      'subject-folders',
      '--from',
      pictures,
      '--pairs',
      join(folder, 'pairs.csv'),
    ],
    { env },
  );
  expect(imported).toMatchObject({ code: 0, stdout: expect.stringContaining('mine: 8 pictures') });
  const run = await cli(['run', 'mine.yaml', '--offline', '--out', 'run'], { cwd: folder, env });
  expect(run).toMatchObject({ code: 0 });
  expect(run.stderr).not.toMatch(/vips|onnx|Error/);

  const samples = parseSamples(
    readFileSync(join(folder, 'run/scores/own/faceplugin-feature/samples.csv'), 'utf8'),
    'samples',
  );
  expect(Object.fromEntries(samples.map(({ sample, failure }) => [sample, failure]))).toEqual({
    'bad/bomb.png': 'unreadable',
    'bad/empty.jpg': 'unreadable',
    'bad/not-there.jpg': 'missing',
    'bad/sky.png': 'no-face',
    'bad/text.jpg': 'unreadable',
    'bad/truncated.jpg': 'unreadable',
    'good/photo.jpg': '',
    'good/photo.ppm': '',
    'good/photo.webp': '',
  });
  expect(run.stdout).toMatch(/no template \(FTE\) .* 6 of 9/);
  expect(run.stdout).toMatch(/missed \(FNMR\), FMR 1e-1 +not resolved \*/);
  expect(run.stdout).toContain('Only 0 of 6 non-mated comparisons have a score');
  const comparisons = parseComparisons(
    readFileSync(join(folder, 'run/scores/own/faceplugin-feature/comparisons.csv'), 'utf8'),
    'scores',
  );
  expect(comparisons).toHaveLength(pairs.length);
  expect(comparisons.filter(({ score }) => score !== undefined)).toHaveLength(2);
  expect(comparisons.at(-1)?.failure).toBe('a:unreadable;b:unreadable');
  // The same photo as PPM has the same pixels; as WebP it was compressed again.
  expect(comparisons[1]?.score).toBeCloseTo(1, 6);
  expect(comparisons[0]?.score).toBeGreaterThan(0.8);
});
