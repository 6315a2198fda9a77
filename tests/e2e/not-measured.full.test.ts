import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RunRecord } from '../../src/results/run-record.js';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { mirrorFile } from '../support/mirror.js';
import { runBytes } from '../support/run-bytes.js';

const mirror = mirrorFile('face-research-lab-london-320.tgz') ? process.env.FALSEMATCH_MIRROR : undefined;
const folder = temporaryFolder();
const env = { FALSEMATCH_HOME: join(folder, 'home') };
const RUN = [
  'run',
  'own',
  '--data',
  'pictures=face-research-lab-london-320',
  '--models',
  'mobilefacenet-y1',
  'sface',
  '--offline',
];

it.skipIf(!mirror)(
  'what cannot be had is listed in the summary, the report and the record, without a path',
  async () => {
    const { code, stdout, stderr } = await cli([...RUN, '--mirror', mirror ?? '', '--out', 'run'], {
      cwd: folder,
      env,
    });
    expect(code).toBe(0);
    expect(stderr).toContain('Not measured: sface.');
    expect(stdout).toContain('Not measured:\n  sface: face_recognition_sface_2021dec.onnx of sface was neither');
    const record = JSON.parse(readFileSync(join(folder, 'run/run.json'), 'utf8')) as RunRecord;
    expect(record.notMeasured.map(({ what }) => what)).toEqual(['sface']);
    for (const [path, text] of Object.entries(runBytes(join(folder, 'run')))) {
      expect(text, path).not.toContain(folder);
      expect(text, path).not.toContain(mirror);
      if (path.startsWith('report')) expect(text, path).toMatch(/sface/);
    }
  },
);

it.skipIf(!mirror)('the record does not depend on why it could not be had', async () => {
  const other = temporaryFolder();
  for (const name of ['face-research-lab-london-320.tgz', 'det_500m.onnx', 'mobilefacenet_y1.onnx']) {
    copyFileSync(join(mirror ?? '', name), join(other, name));
  }
  const { code } = await cli([...RUN, '--mirror', other, '--out', 'again'], { cwd: folder, env });
  expect(code).toBe(0);
  expect(runBytes(join(folder, 'again'))).toEqual(runBytes(join(folder, 'run')));
});

it.skipIf(!mirror)('--strict refuses before any work', async () => {
  const { code, stderr } = await cli([...RUN, '--mirror', mirror ?? '', '--strict', '--out', 'strict'], {
    cwd: folder,
    env,
  });
  expect(code).toBe(2);
  expect(stderr).toContain('With --strict everything in suite own must be measured, and this cannot: sface (');
});
