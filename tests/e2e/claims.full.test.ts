import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CliResult, cli } from '../support/cli.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('the Belgrade case study against the published run', () => {
  let result: CliResult;
  let checked: {
    claims: {
      id: string;
      verdict: string;
      sentence: string;
      ground: { by: string; shown?: object };
      implied?: object;
    }[];
    freeze: { state: string };
    run: { altered: string[] };
  };

  beforeAll(async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'falsematch-')), 'all.json');
    result = await cli(['claims', 'check', 'claims/belgrade-2019.yaml', '--run', 'results/belgrade', '--out', out], {
      cwd: ROOT,
    });
    checked = JSON.parse(readFileSync(out, 'utf8'));
  }, 300_000);

  it('gives every statement a verdict, and contradicts some', () => {
    expect(result.code).toBe(1);
    const of = (verdict: string) => checked.claims.filter((claim) => claim.verdict === verdict).length;
    expect([of('supported'), of('contradicted'), of('unresolved'), of('untestable')]).toEqual([0, 4, 4, 11]);
    expect(checked.run.altered).toEqual([]);
  });

  it('answers tests that were fixed before the run began', () => {
    expect(checked.freeze.state).toBe('before');
  });

  it('says of every measured claim what is behind it and whom it is not about', () => {
    const measured = checked.claims.filter(({ ground }) => ground.by === 'test');
    expect(measured).toHaveLength(8);
    for (const { sentence, ground } of measured) {
      expect(sentence).toContain('no system of Huawei was tested.');
      expect(ground.shown).toMatchObject({
        value: expect.any(Number),
        trials: expect.any(Number),
        low: { confidence: expect.any(Number) },
        high: { confidence: expect.any(Number) },
        run: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    }
    expect(checked.claims.filter(({ implied }) => implied)).toHaveLength(2);
  });

  it('is what the README shows', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const [, excerpt = ''] =
      /<!-- excerpt:claims\/belgrade-2019\.yaml belgrade -->\n```text\n([\s\S]*?)```/.exec(readme) ?? [];
    expect(excerpt.split('\n').length).toBeGreaterThan(5);
    expect(result.stdout).toContain(excerpt);
  });
});

it('an FMR of one in a million cannot be resolved on the pairs of LFW, and it says what could', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'falsematch-')), 'million.yaml');
  writeFileSync(
    file,
    'title: A million\nsource: own\nclaims:\n  - id: million\n    about: face-verification\n    statement: One in a million.\n    test: { measure: FMR, at: 1e-6, data: lfw-deepfunneled, protocol: pairs, is: at most, value: 1e-6 }\n',
  );
  const { code, stdout } = await cli(['claims', 'check', file, '--run', 'results/lfw', '--strict'], { cwd: ROOT });
  expect(code).toBe(3);
  const text = stdout.replace(/\s+/g, ' ');
  expect(text).toContain('million: UNRESOLVED');
  expect(text).toContain('(0 of 3,000 comparisons; at least 0% with 95% confidence, at most 0.255% with');
  expect(text).toContain('it would take 2,995,731 comparisons that share nobody, without one error (5,991,462 people');
}, 300_000);
