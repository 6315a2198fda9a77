import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/images/decode.js';
import { watchListOfRun } from '../../src/results/plates/watch-list-of-run.js';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { misreadRun, READS, TEXTS } from '../support/misread-run.js';
import { writeRun } from '../support/run-folder.js';

const run = misreadRun({ texts: TEXTS, reads: READS });
const folder = writeRun(run);
const cwd = temporaryFolder();
writeFileSync(join(cwd, 'wanted.txt'), '\uFEFF# wanted\r\nBG 100-A8\r\n\r\nNS 1-AA\r\n');
writeFileSync(join(cwd, 'seen.csv'), 'text,count\nBG100AB,3\nBG107AB,1\n');
writeFileSync(join(cwd, 'bad.txt'), 'BG1\n?\n');
const watchList = (...args: string[]) => cli(['plates', 'watch-list', folder, ...args], { cwd });
const ASKED = ['--list', 'wanted.txt', '--per-day', '1000'];
const OPTIONS = { list: ['BG 100-A8', 'NS 1-AA'], platesADay: 1000 };

describe('falsematch plates watch-list', () => {
  it('prints every system under both rules', async () => {
    const { code, stdout, stderr } = await watchList(...ASKED);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.match(/^\w+, text rule .*$/gm)).toHaveLength(6);
    expect(stdout).toContain('Traffic: the true plates of the dataset itself');
  });

  it('--json, --models, --rule and --traffic: what the library gives', async () => {
    const args = ['--models', 'poor', '--rule', 'O=0, I=1', 'strict', '--traffic', 'seen.csv', '--json'];
    const { stdout } = await watchList(...ASKED, ...args);
    const plates = [
      { text: 'BG100AB', count: 3 },
      { text: 'BG107AB', count: 1 },
    ];
    const found = watchListOfRun(run, {
      ...OPTIONS,
      systems: ['poor'],
      rules: ['O=0, I=1', 'strict'],
      traffic: { plates },
    });
    expect(JSON.parse(stdout)).toEqual({ ...found, traffic: 'seen.csv, 2 lines, 4 passages' });
  });

  it('--format takes the plates of a country', async () => {
    const { code, stdout } = await watchList(...ASKED, '--format', 'serbia', '--models', 'poor');
    expect([code, stdout]).toEqual([0, expect.stringContaining('Traffic: plates of the format serbia (Serbia')]);
  });

  it.each([
    [['--list', 'wanted.txt'], "required option '--per-day <number>' not specified"],
    [['--list', 'none.txt', '--per-day', '1'], 'Cannot read none.txt: there is no such file'],
    [['--list', 'bad.txt', '--per-day', '1'], 'bad.txt, line 2: a plate needs a letter or a digit, found "?"'],
    [['--list', 'wanted.txt', '--per-day', '0'], '--per-day must be at least 1'],
    [['--list', 'wanted.txt', '--per-day', '1e3'], 'found "1e3"'],
    [[...ASKED, '--format', 'serbai'], 'There is no plate format named "serbai"; did you mean "serbia"?'],
    [[...ASKED, '--format', 'eu', '--traffic', 'seen.csv'], 'give one of them'],
    [[...ASKED, '--rule', 'stict'], 'There is no text rule named "stict"; did you mean "strict"?'],
    [[...ASKED, '--task', 'draw'], 'did you mean "drawn"?'],
    [[...ASKED, '--models', 'pooor'], 'did you mean "poor"?'],
  ])('refuses %j, exit 2', async (args, message) => {
    const { code, stdout, stderr } = await watchList(...args);
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('warns of tables that were changed since the run', async () => {
    const edited = writeRun(run);
    appendFileSync(join(edited, 'metrics.csv'), 'x\n');
    const { code, stderr } = await cli(['plates', 'watch-list', edited, ...ASKED], { cwd });
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^Warning: metrics\.csv changed since the run/)]);
  });
});

describe('falsematch plates draw', () => {
  const draw = (out: string, ...args: string[]) => cli(['plates', 'draw', '--out', out, ...args], { cwd });

  it('draws one of each format under each condition that are named, the same for the same seed', async () => {
    const args = ['--formats', 'serbia', 'eu', '--conditions', 'clean', 'small', '--width', '320', '--height', '240'];
    const { code, stdout, stderr } = await draw('first', ...args, '--quiet');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Drew 4 plates, 320 x 240 pixels, seed 1, into first');
    expect(readdirSync(join(cwd, 'first')).sort()).toEqual(['clean', 'generated.json', 'labels.csv', 'small']);
    expect(
      readFileSync(join(cwd, 'first', 'labels.csv'), 'utf8')
        .trimEnd()
        .split('\n'),
    ).toHaveLength(5);
    const picture = await decodePicture(readFileSync(join(cwd, 'first', 'small', '000003.jpg')));
    expect([picture.width, picture.height]).toEqual([320, 240]);
    const again = await draw('second', ...args, '--json');
    expect(stdout).toContain(JSON.parse(again.stdout).digest);
    const other = await draw('third', ...args, '--json', '--seed', '2');
    expect(JSON.parse(other.stdout).digest).not.toBe(JSON.parse(again.stdout).digest);
  });

  it.each([
    [[], "required option '--out <dir>' not specified"],
    [['--out', 'taken'], 'exists already and is not empty'],
    [['--out', 'new', '--count', '0'], '--count must be at least 1'],
    [['--out', 'new', '--formats', 'serbai'], 'did you mean "serbia"?'],
    [['--out', 'new', '--conditions', 'dirty'], 'did you mean "dirt"?'],
    [['--out', 'new', '--width', '100'], 'at least 320 x 240 whole pixels, found 100 x 360'],
  ])('refuses %j, exit 2, and leaves nothing behind', async (args, message) => {
    const place = temporaryFolder();
    writeFileSync(join(place, 'taken'), '');
    const taken = join(temporaryFolder());
    writeFileSync(join(taken, 'x'), '');
    const named = args.map((arg) => (arg === 'taken' ? taken : arg));
    const { code, stdout, stderr } = await cli(['plates', 'draw', ...named], { cwd: place });
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([2, '']);
    expect(readdirSync(place)).toEqual(['taken']);
  });

  it('writes nothing when it is interrupted, exit 130', async () => {
    const place = temporaryFolder();
    let killed = false;
    const { code, stderr } = await cli(['plates', 'draw', '--out', 'many', '--count', '500'], {
      cwd: place,
      onStderr: (_, kill) => {
        if (!killed) kill('SIGINT');
        killed = true;
      },
    });
    expect([code, stderr]).toEqual([130, expect.stringContaining('Interrupted; nothing was written.')]);
    expect(existsSync(join(place, 'many'))).toBe(false);
    expect(readdirSync(place)).toEqual([]);
  });
});
