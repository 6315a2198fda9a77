import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/catalog/read-yaml.js';
import { claimFileSchema } from '../../src/claims/claim-schema.js';
import { cli } from '../support/cli.js';
import { madeUpRun } from '../support/run.js';
import { writeRun } from '../support/run-folder.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = () => mkdtempSync(join(tmpdir(), 'falsematch-'));
const DOC = readFileSync(join(ROOT, 'docs', 'claims.md'), 'utf8');

describe('falsematch claims', () => {
  it('holds the figures of field trials against their counts, and writes pages', async () => {
    const out = folder();
    const names = ['page.html', 'page.md', 'junit.xml', 'all.json'].map((name) => join(out, name));
    const { code, stdout, stderr } = await cli(['claims', 'check', 'field-trials', '--out', ...names], { cwd: out });
    expect(code).toBe(1);
    expect(stderr).toMatch(/field-trials\.yaml: 4 supported, 1 contradicted, 10 untestable\.\n$/);
    const text = stdout.replace(/\s+/g, ' ');
    expect(text).toContain(
      '"0.0003%" agrees with its own counts: 10 of 3,147,436 faces scanned (false alerts) is 0.000318%',
    );
    expect(text).toContain('"0.48%" agrees with its own counts: 10 of 2,077 alerts (false alerts) is 0.481%');
    expect(text).toContain(
      '"80%" agrees with its own counts: 8 of 10 false alerts (false alerts on Black people) is 80.0%, and as independent trials such counts leave it between 44.4% and 97.5%',
    );
    expect(text).toContain('"92%" is not what its own counts give: 2,297 of 2,470 matches (false matches) is 93.0%');
    expect(text).toContain('no number of 7 volunteers rounds to 76%');
    expect(text).toContain(
      'only 113 would round to it, and as independent trials would leave it between 95.2% and 99.978%',
    );
    expect(text).toContain('5 of 7 volunteers is 71.4%, which would leave it between 29.0% and 96.3%');
    const [html, md, xml, json] = names.map((name) => readFileSync(name, 'utf8'));
    expect(html).toContain('<h2>cardiff-2017: contradicted</h2>');
    expect(md).toContain('833 false and 44.5 true alarms a day; 5.1% of the alarms are true');
    expect(md).toContain('83 false and 44.5 true alarms a day; 34.8% of the alarms are true');
    expect(xml).toContain('tests="15" failures="1" skipped="10"');
    expect(JSON.parse(json ?? '').claims).toHaveLength(15);
  });

  it('is a gate: exit codes and one sentence', async () => {
    const cwd = folder();
    const run = writeRun(madeUpRun());
    const file = (value: string) => {
      const path = join(cwd, 'limits.yaml');
      writeFileSync(
        path,
        `title: Limits\nsource: own\nsuite: quickstart\nclaims:\n  - id: found\n    about: face-verification\n    statement: Faces are found.\n    test: { measure: FTE, data: made-up, protocol: pairs, is: at most, value: ${value} }\n`,
      );
      return path;
    };
    const check = async (value: string, ...more: string[]) => {
      const { code, stderr } = await cli(['claims', 'check', file(value), '--run', run, ...more], { cwd });
      return { code, stderr: stderr.trim() };
    };
    expect(await check('50%', '--strict')).toEqual({ code: 0, stderr: '' });
    expect((await check('2%', '--strict')).code).toBe(3);
    expect((await check('1e-9')).code).toBe(1);
    expect(await check('200%')).toEqual({
      code: 2,
      stderr: `${join(cwd, 'limits.yaml')}, line 8: "claims[0].test.value": must be at most 100%, found "200%".`,
    });
    expect((await check('2%', '--out', 'page.pdf')).stderr).toBe(
      '--out page.pdf must end in .html, .md, .xml, .json, which says what is written.',
    );
  });

  it('freezes claims once, with their suite', async () => {
    const cwd = folder();
    const args = ['claims', 'freeze', 'belgrade-2019', '--out', join(cwd, 'mine.json')];
    const { code, stdout } = await cli(args, { cwd });
    expect([code, stdout]).toEqual([0, expect.stringContaining('Publish it now, then: falsematch run belgrade')]);
    const frozen = JSON.parse(readFileSync(join(cwd, 'mine.json'), 'utf8'));
    // What was frozen before results/belgrade was measured is what claims and suite still are.
    const published = JSON.parse(readFileSync(join(ROOT, 'claims', 'belgrade-2019.frozen.json'), 'utf8'));
    expect({ ...frozen, frozen: published.frozen }).toEqual(published);
    expect((await cli(args, { cwd })).stderr).toContain(
      'these claims were frozen before; name another file with --out',
    );
  });

  it('lists what comes with the package, and the schema', async () => {
    const { stdout } = await cli(['claims', 'ls'], { cwd: folder() });
    expect(stdout).toMatch(/^belgrade-2019 +19 +belgrade /m);
    expect(stdout).toMatch(/^field-trials +15 /m);
    const printed = (await cli(['claims', 'schema'])).stdout;
    expect(readFileSync(join(ROOT, 'claims', 'claims.schema.json'), 'utf8')).toBe(printed);
    const schema = JSON.parse(printed);
    expect(schema.properties.claims.items.properties.test.properties.is.enum).toContain('at least');
  });
});

it('the claim file of the documentation is one', () => {
  const blocks = [...DOC.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  const files = blocks.filter((text) => text.includes('claims:'));
  expect(files.length).toBe(1);
  for (const text of files) expect(parseYaml(text, 'docs/claims.md', claimFileSchema).claims.length).toBe(3);
});
