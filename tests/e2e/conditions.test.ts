import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { decodePicture } from '../../src/images/decode.js';
import { encodeJpeg } from '../../src/images/encode-jpeg.js';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';

it('writes a sheet', async () => {
  const folder = temporaryFolder();
  const data = new Uint8Array(90 * 60 * 3).fill(128);
  writeFileSync(join(folder, 'grey.jpg'), await encodeJpeg({ width: 90, height: 60, data }, 90));
  const { code, stdout, stderr } = await cli(
    [...'conditions show city-4k-day-15m --from grey.jpg --out made/sheet.png --density'.split(' '), '684 px/m'],
    { cwd: folder },
  );
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(
    /^made\/sheet\.png: city-4k-day-15m on grey\.jpg\n {2}684 px\/m in the picture as it is\n {2}the picture as it is +90 x 60 px\n/,
  );
  expect((await decodePicture(readFileSync(join(folder, 'made', 'sheet.png')))).width).toBeGreaterThan(90);
});

it('refuses in one sentence, with exit 2', async () => {
  expect(await cli(['conditions', 'show', 'portait'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: 'There is no condition named "portait"; did you mean "portrait"?\n',
  });
});
