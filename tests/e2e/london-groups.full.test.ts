import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MetricRow } from '../../src/results/metric-row.js';
import { readRun } from '../../src/results/read-run.js';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { mirrorFile } from '../support/mirror.js';
import { npmFile } from '../support/npm-file.js';
import { runBytes } from '../support/run-bytes.js';

const WANTED = [...['face-research-lab-london-320.tgz', 'det_500m.onnx'].map(mirrorFile), npmFile('fr_feature.onnx')];
const here = WANTED.every((path) => path !== undefined);
const folder = temporaryFolder();
const RUN = ['run', 'london', '--models', 'faceplugin-feature', '--offline'];

describe.skipIf(!here)('the London set by gender and ethnicity', () => {
  let rows: readonly MetricRow[] = [];
  const runs: Awaited<ReturnType<typeof cli>>[] = [];
  const find = (group: string, metric: string, at: string, method: string) =>
    rows.find((row) => row.group === group && row.metric === metric && row.at === at && row.method === method);

  beforeAll(async () => {
    const mirror = temporaryFolder();
    for (const path of WANTED)
      if (path) symlinkSync(resolve(path), join(mirror, path.slice(path.lastIndexOf('/') + 1)));
    for (const workers of ['1', '2']) {
      // A home of its own, so that each run extracts everything.
      const env = { FALSEMATCH_HOME: join(folder, `home-${workers}`), FALSEMATCH_MIRROR: mirror };
      runs.push(await cli([...RUN, '--workers', workers, '--out', `run-${workers}`], { cwd: folder, env }));
    }
    rows = (await readRun(join(folder, 'run-1'))).rows;
  });

  it('gives the same bytes with one worker and with two, and they verify', async () => {
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(runBytes(join(folder, 'run-2'))).toEqual(runBytes(join(folder, 'run-1')));
    expect(await cli(['verify', 'run-1', '--against', 'run-2'], { cwd: folder })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('within 0 of run-2'),
    });
  });

  it.each(['1e-1', '1e-2', '1e-3'])('of five Black women knows next to nothing at %s, and says so', (at) => {
    const fmr = find('gender x ethnicity: female x black', 'FMR', at, 'adjusted-wilson');
    expect(fmr).toMatchObject({ trials: 40, subjects: 5 });
    // Two pictures of each, so four comparisons of every two; but of five people only two couples share nobody.
    expect(fmr?.high).toBeGreaterThan(0.4);
    const fnmr = find('gender x ethnicity: female x black', 'FNMR', at, 'adjusted-wilson');
    expect(fnmr).toMatchObject({ trials: 5, subjects: 5 });
    expect(fnmr?.high).toBeGreaterThan(0.4);
  });

  it('refuses ratios of such groups and says why, in table and report', () => {
    const ratios = rows.filter(
      ({ group, metric }) =>
        group === 'gender x ethnicity' && ['FMR-max/min', 'FMR-max/geomean', 'inequity-ratio'].includes(metric),
    );
    expect(ratios).toHaveLength(9);
    for (const { value, resolvable, metric } of ratios) {
      expect(value).toBeNull();
      expect(resolvable).toContain(`no: ${metric} is not given. `);
      expect(resolvable).toMatch(/fewer than 10 subjects in .*"female x black"|no error in .*"female x black"/);
    }
    const report = readFileSync(join(folder, 'run-1/report.md'), 'utf8');
    expect(report).toContain('## London set, every pair, by gender x ethnicity');
    expect(report).toMatch(/\| female x black \| .* of 5 \\\* \| .* of 40 \\\* \|/);
    expect(report).toContain('Ratios are not given where a group has no comparison, no error or fewer than 10 people');
  });

  it('counts every mated comparison in one group of each kind', () => {
    const trials = (heading: string) =>
      rows
        .filter(
          ({ group, metric, at, method }) =>
            group.startsWith(`${heading}: `) && metric === 'FNMR' && at === '1e-2' && method === 'adjusted-wilson',
        )
        .reduce((sum, row) => sum + (row.trials ?? 0), 0);
    expect([trials('gender'), trials('ethnicity'), trials('gender x ethnicity')]).toEqual([102, 102, 102]);
  });
});
