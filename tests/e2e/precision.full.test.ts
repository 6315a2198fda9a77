import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MetricRow } from '../../src/results/metric-row.js';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { mirrorFile } from '../support/mirror.js';
import { toEightBits, toHalf } from '../support/models/lower-precision.js';

const [y1, london] = [mirrorFile('mobilefacenet_y1.onnx'), mirrorFile('face-research-lab-london-320.tgz')];
const ready = Boolean(y1 && london && mirrorFile('det_500m.onnx'));
const folder = temporaryFolder();
const env = { FALSEMATCH_HOME: join(folder, 'home'), FALSEMATCH_MIRROR: process.env.FALSEMATCH_MIRROR ?? '' };

const SUITE = `name: precision
title: One network in three precisions
data: { london: face-research-lab-london-320 }
systems: [{ model: mobilefacenet-y1 }, { model: y1-half }, { model: y1-int8 }]
tasks:
  - { id: all, protocol: pairs, data: london, pairs: { mated: 102, nonMated: 20604 }, at: ["1e-2", "1e-3"] }
`;

describe.skipIf(!ready)('copies of mobilefacenet-y1 of half precision and with eight-bit weights', () => {
  beforeAll(async () => {
    const bytes = new Uint8Array(readFileSync(y1 ?? ''));
    writeFileSync(join(folder, 'half.onnx'), toHalf(bytes));
    writeFileSync(join(folder, 'int8.onnx'), toEightBits(bytes));
    writeFileSync(join(folder, 'suite.yaml'), SUITE);
  });

  it.each([
    ['half.onnx', 'y1-half', 'float16', 2.1e6],
    ['int8.onnx', 'y1-int8', 'int8', 1.2e6],
  ])('%s becomes the model %s of precision %s by one command', async (file, name, precision, most) => {
    const { code, stdout, stderr } = await cli(
      ['models', 'add', file, '--name', name, '--like', 'mobilefacenet-y1', '--json'],
      { cwd: folder, env },
    );
    expect(code, stderr).toBe(0);
    const { card } = JSON.parse(stdout) as { card: { precision: string; file: { bytes: number }; rewrites: string[] } };
    expect([card.precision, card.rewrites]).toEqual([precision, ['prelu-as-relu']]);
    expect(card.file.bytes).toBeLessThan(most);
  });

  it('are measured side by side as models of their own, and hardly differ', { timeout: 600_000 }, async () => {
    const { code, stderr } = await cli(['run', 'suite.yaml', '--offline', '--out', 'run'], { cwd: folder, env });
    expect(code, stderr).toBe(0);
    const record = JSON.parse(readFileSync(join(folder, 'run', 'run.json'), 'utf8'));
    const models = record.systems.map(({ model }: { model: { precision?: string; sha256: string } }) => model);
    expect(models.map(({ precision }: { precision?: string }) => precision)).toEqual([undefined, 'float16', 'int8']);
    expect(new Set(models.map(({ sha256 }: { sha256: string }) => sha256)).size).toBe(3);

    const rows = JSON.parse(readFileSync(join(folder, 'run', 'metrics.json'), 'utf8')) as MetricRow[];
    const equal = rows.filter(({ metric }) => metric === 'EER');
    expect(new Set(equal.map(({ model }) => model)).size).toBe(3);
    for (const { value } of equal) expect(value).toBeLessThan(0.02);
    // They are not the same numbers either: a copy that was silently run in full would be.
    expect(new Set(scoresOf('mobilefacenet-y1', 'y1-half', 'y1-int8')).size).toBe(3);
  });

  it('can be compared by a paired test', async () => {
    const { code, stdout, stderr } = await cli(['compare', 'run'], { cwd: folder, env });
    expect(code, stderr).toBe(0);
    for (const name of ['y1-half', 'y1-int8']) expect(stdout).toContain(name);
  });
});

function scoresOf(...systems: readonly string[]): string[] {
  return systems.map((system) => readFileSync(join(folder, 'run', 'scores', 'all', system, 'comparisons.csv'), 'utf8'));
}
