import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cli } from '../support/cli.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** Those of LFW are verified where they are reproduced. */
const runs = readdirSync(join(ROOT, 'results')).filter((name) => name !== 'lfw' && name !== 'lfw-gender');

it.each(runs)(
  'the published run %s verifies',
  async (name) => {
    const { code, stdout } = await cli(['verify', join('results', name)], { cwd: ROOT });
    expect([code, stdout]).toEqual([0, expect.stringContaining('Verified')]);
  },
  // Every replicate of every bootstrap is drawn again.
  300_000,
);

it('the README shows what the published runs print', async () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const excerpts = [...readme.matchAll(/<!-- excerpt:([\w-]+) -->\n```text\n([\s\S]*?)```\n<!-- \/excerpt -->/g)];
  expect(excerpts.length).toBeGreaterThan(1);
  for (const [, name = '', excerpt = ''] of excerpts) {
    const { stdout } = await cli(['report', join('results', name)], { cwd: ROOT });
    expect(excerpt.split('\n').length).toBeGreaterThan(5);
    expect(stdout).toContain(excerpt);
  }
}, 300_000);
