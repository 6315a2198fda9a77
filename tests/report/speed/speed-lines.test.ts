import { describe, expect, it } from 'vitest';
import { speedLines } from '../../../src/report/speed/speed-lines.js';
import { warningText } from '../../../src/report/speed/warning-text.js';
import type { SpeedReport, SpeedWarning, SystemSpeed } from '../../../src/speed/speed-report.js';
import { systemSpeed } from '../../../src/speed/system-speed.js';
import { FACELESS, MODELS, picture, round, timed } from '../../speed/made-up-rounds.js';

const base = { name: 'mine', kind: 'faces', models: MODELS, asked: 3, cores: 2, loadBefore: 0.25 } as const;
const alone = [picture(10), picture(1234), FACELESS];

function report(systems: readonly SystemSpeed[], change: Partial<SpeedReport> = {}): SpeedReport {
  return {
    schema: 'falsematch-speed/1',
    tool: { name: 'falsematch', version: '0.0.0' },
    suite: { name: 'lfw', title: 'LFW' },
    started: '2026-01-01T00:00:00.000Z',
    environment: {
      device: 'cpu',
      processor: 'A processor',
      architecture: 'x64',
      platform: 'linux',
      node: 'v20.19.0',
      libraries: {},
      cores: 2,
      loadBefore: 0.25,
    },
    settings: { pictures: 3, rounds: 2, workers: 2 },
    datasets: [
      {
        key: 'lfw',
        name: 'lfw-deepfunneled',
        title: 'LFW',
        digest: 'a'.repeat(64),
        samples: 9,
        licence: 'none',
        consent: 'none',
      },
    ],
    systems,
    notMeasured: [],
    ...change,
  };
}

const measured = systemSpeed({ ...base, timed: timed([round(alone, 0.06, 0.04), round(alone, 0.05, 0.03)], 0.5) });
const lines = speedLines(report([measured]));
const text = lines.join('\n');

describe('the lines of a speed report', () => {
  it('say where and on what it was measured', () => {
    expect(lines[0]).toBe('Speed of the systems of suite lfw');
    expect(lines[1]).toBe('Measured on A processor, 2 cores, Node v20.19.0, load average 0.25 before.');
    expect(text).toContain('Pictures of lfw-deepfunneled (lfw); 2 rounds, in which what is compared takes');
  });

  it('have the models with their bytes, and failures by reason', () => {
    expect(text).toContain('detector a-detector (1.25 MB, float32, cpu), template a-template (1.25 MB,');
    expect(text).toContain('  3 pictures, 1 of them without a result (no-face 1)');
  });

  it('have a row for each stage, network and number of workers, under the right heading', () => {
    expect(lines).toContain('  ms, one picture alone  median     p10     p90     min     max   times');
    expect(lines).toContain('  load                     1.00    1.00    2.00    1.00    2.00       6');
    expect(lines).toContain('  whole picture             622    10.0    1234    10.0    1234       4');
    expect(text).toMatch(/^ {2}network of detector +2\.25 /m);
    expect(lines).toContain('  a second, start of workers too  median     min     max');
    expect(lines).toContain('  pictures, 2 workers               87.5    75.0     100');
    expect(lines).toContain('  templates, 1 worker               36.7    33.3    40.0');
    expect(lines).toContain('  cores in use, 2 workers           1.50    1.50    1.50');
    expect(text).toMatch(/^ {2}2 workers against one +1\.58 +1\.50 +1\.67$/m);
  });

  it('have the warnings, and say at the end what the figures are not', () => {
    expect(text).toMatch(/Warning: other programs used 0\.50 cores meanwhile/);
    expect(text.replace(/\s+/g, ' ')).toMatch(/Nothing here says how often a system is wrong\.$/);
  });

  it('fit 80 columns, with long names and whatever warning there is', () => {
    const long = 'x'.repeat(70);
    const speed = systemSpeed({ ...base, name: long, timed: timed([round(alone, 1e-5, 1e-6)]) });
    const wide = speedLines(report([speed], { notMeasured: [{ what: long, reason: 'it could not be had' }] }));
    expect(wide.filter((line) => line.length > 80)).toEqual([]);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it('a name cannot steer the terminal', () => {
    const speed = systemSpeed({ ...base, name: 'a\u001b[2Jb\u202e', timed: timed([round(alone, 1, 1)]) });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there.
    expect(speedLines(report([speed])).join('\n')).not.toMatch(/[\u001b\u202e]/);
  });

  it('one worker is held against nothing, and a condition is named', () => {
    const speed = systemSpeed({ ...base, kind: 'plates', timed: timed([round(alone, 4)]) });
    const one = speedLines(
      report([speed], { settings: { pictures: 3, rounds: 1, workers: 1, condition: { name: 'cap', does: [] } } }),
    ).join('\n');
    expect(one).toContain('one round. Every picture goes through cap');
    expect(one).toMatch(/^ {2}plates read, 1 worker +0\.500 /m);
    expect(one).not.toContain('against one');
    expect(one).not.toContain('ceiling');
  });

  it('a system that gave nothing has no table', () => {
    const speed = systemSpeed({ ...base, timed: timed([{ alone: [FACELESS], passes: [] }]) });
    const none = speedLines(report([speed])).join('\n');
    expect(none).toContain('  1 picture, 1 of them without a result (no-face 1)');
    expect(none).toContain('  Not timed: none of them gave templates.');
    expect(none).not.toContain('median');
  });
});

it.each<[SpeedWarning, RegExp]>([
  [{ kind: 'few-pictures', asked: 2000, found: 6 }, /have 6 different pictures, and 2,000 were asked for/],
  [{ kind: 'wide', stage: 'load', spread: 1.234 }, /times of load span 1\.2 times/],
  [{ kind: 'unsteady', spread: 0.3 }, /span 0\.3 times/],
  [{ kind: 'drift', workers: 1, spread: 0.5 }, /with 1 worker span 0\.5 times/],
  [{ kind: 'short', workers: 2, seconds: 1.25 }, /with 2 workers took 1\.3 s/],
  [{ kind: 'busy', otherCores: 1.5 }, /used 1\.50 cores/],
  [{ kind: 'loaded', loadBefore: 3 }, /was 3\.00 before/],
])('%j is a sentence', (warning, expected) => {
  expect(warningText(warning)).toMatch(expected);
  expect(warningText(warning)).toMatch(/\.$/);
});
