import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { resolveHome } from '../../src/catalog/home.js';
import { cacheFolder } from '../../src/doctor/cache-folder.js';
import { diagnose } from '../../src/doctor/diagnose.js';
import { mirrorFolder } from '../../src/doctor/mirror-folder.js';
import { npmProgram } from '../../src/doctor/npm-program.js';
import { onnxRuntime } from '../../src/doctor/onnx-runtime.js';
import { pictureLibrary } from '../../src/doctor/picture-library.js';
import { doctorLines } from '../../src/report/doctor-lines.js';
import { packagedCatalog, temporaryFolder } from '../support/catalog.js';

const nowhere = { home: '/nowhere' };

afterEach(() => vi.unstubAllEnvs());

describe('libraries and programs', () => {
  it('onnxruntime runs a graph', async () => {
    const found = await onnxRuntime.look(nowhere);
    expect(found).toMatchObject({ state: 'ok', facts: { scores: [17, 23, 39, 53] } });
    expect(found.facts?.providers).toContain('cpu');
  });

  it('sharp writes and reads pictures', async () => {
    expect(await pictureLibrary.look(nowhere)).toMatchObject({
      state: 'ok',
      facts: { formats: ['jpeg', 'png', 'webp'] },
    });
  });

  it('an ffmpeg that is not there is a warning', async () => {
    vi.stubEnv('FALSEMATCH_FFMPEG', join(temporaryFolder(), 'none'));
    // What was found of it is kept for the process.
    vi.resetModules();
    const { videoProgram } = await import('../../src/doctor/video-program.js');
    expect(await videoProgram.look(nowhere)).toMatchObject({
      state: 'warning',
      mend: 'correct FALSEMATCH_FFMPEG, or unset it',
    });
  });

  it('an npm that is not there is a warning', async () => {
    vi.stubEnv('PATH', temporaryFolder());
    expect(await npmProgram.look(nowhere)).toMatchObject({ state: 'warning' });
  });
});

describe('the cache folder', () => {
  it('that is not there can be made, and is not made', async () => {
    const home = join(temporaryFolder(), 'a', 'b');
    expect(await cacheFolder.look({ home })).toMatchObject({ state: 'ok', facts: { exists: false } });
    expect(existsSync(home)).toBe(false);
  });

  it('that falsematch made is closed to others; nothing is left in it', async () => {
    const home = await resolveHome(join(temporaryFolder(), 'home'));
    mkdirSync(join(home, 'files', 'a'.repeat(64)));
    writeFileSync(join(home, 'files', 'a'.repeat(64), 'x.onnx'), 'x'.repeat(1_000));
    const before = readdirSync(home);
    expect(await cacheFolder.look({ home })).toMatchObject({
      state: 'ok',
      facts: { files: 1, bytes: 1_000, open: [] },
    });
    expect(readdirSync(home)).toEqual(before);
    expect(statSync(home).mode & 0o777).toBe(0o700);
  });

  it('that others may look into is a warning with the command that closes it', async () => {
    const home = temporaryFolder();
    chmodSync(home, 0o755);
    await resolveHome(home);
    // What is kept in it is closed.
    expect((await cacheFolder.look({ home })).state).toBe('ok');
    chmodSync(join(home, 'templates'), 0o755);
    expect(await cacheFolder.look({ home })).toMatchObject({
      state: 'warning',
      mend: `chmod 700 ${join(home, 'templates')}`,
    });
  });

  it('where a file is in the way is a failure', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(await cacheFolder.look({ home: file })).toMatchObject({ state: 'failure' });
    const below = await cacheFolder.look({ home: join(file, 'home') });
    expect(below).toMatchObject({ state: 'failure' });
    expect(below.text).toContain(`${file} is a file, not a folder`);
  });
});

describe('the mirror', () => {
  it('that nobody names is none, an address is not asked', async () => {
    expect(await mirrorFolder.look(nowhere)).toMatchObject({ state: 'ok', facts: { mirror: null } });
    expect(await mirrorFolder.look({ ...nowhere, mirror: 'https://mirror.example/' })).toMatchObject({ state: 'ok' });
  });

  it('that is not there is a failure', async () => {
    const mirror = join(temporaryFolder(), 'none');
    expect(await mirrorFolder.look({ ...nowhere, mirror })).toMatchObject({ state: 'failure' });
  });

  it('is told by how many of the files it holds, and which of them have a wrong size', async () => {
    const mirror = temporaryFolder();
    const look = () => mirrorFolder.look({ home: temporaryFolder(), mirror });
    expect(await look()).toMatchObject({ state: 'warning', facts: { held: 0 } });
    const { file } = (await packagedCatalog()).model('mobilefacenet-y1');
    writeFileSync(join(mirror, file.name), '');
    truncateSync(join(mirror, file.name), file.bytes);
    expect(await look()).toMatchObject({ state: 'ok', facts: { held: 1, wrong: [] } });
    truncateSync(join(mirror, file.name), 3);
    expect(await look()).toMatchObject({ state: 'warning', facts: { held: 0, wrong: [file.name] } });
  });
});

describe('the whole diagnosis', () => {
  it('says the worst, in lines within 80 columns, with how to mend it', async () => {
    const home = temporaryFolder();
    const mirror = join(home, 'none');
    const diagnosis = await diagnose({ home, mirror });
    expect(diagnosis.state).toBe('failure');
    expect(diagnosis.checks.filter(({ state }) => state === 'failure').map(({ name }) => name)).toEqual(['mirror']);
    expect(diagnosis.checks.filter(({ state, mend }) => (state === 'ok') !== (mend === undefined))).toEqual([]);
    const lines = doctorLines(diagnosis);
    expect(lines.filter((line) => line.length > 80 && /\S\s\S/.test(line))).toEqual([]);
    expect(lines.join('\n')).toMatch(/^failure {2}mirror {7}/m);
    expect(lines.join('\n')).toMatch(/^ {22}to mend: correct --mirror/m);
  });

  it('a check that breaks is a failure with its reason', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, 'cards', 'models'), { recursive: true });
    writeFileSync(join(home, 'cards', 'models', 'mine.yaml'), 'name: yours\n');
    const { state, checks } = await diagnose({ home, mirror: temporaryFolder() });
    expect(state).toBe('failure');
    expect(checks.at(-1)?.text).toContain(join(home, 'cards', 'models', 'mine.yaml'));
  });
});
