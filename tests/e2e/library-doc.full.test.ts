import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const text = readFileSync(join(ROOT, 'docs', 'library.md'), 'utf8');
const examples = [...text.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code);

/** What an example prints with the build in place of the installed package. */
function printed(code: string, name: string): string {
  const folder = join(ROOT, 'node_modules', '.cache', 'falsematch');
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `${name}.mjs`);
  writeFileSync(target, code.replace("'falsematch'", JSON.stringify(join(ROOT, 'dist', 'index.js'))));
  return execFileSync(process.execPath, [target], { encoding: 'utf8' });
}

it('every example of the library runs and prints what the text says', () => {
  expect(examples).toHaveLength(10);
  const outputs = examples.map((code, index) => printed(code, `example-${index}`));
  const [rates = '', counts = '', searches = '', templates = '', own = '', plates = ''] = outputs;
  expect(rates).toContain('FNMR@FMR 2e-1 0.2');
  expect(rates).not.toContain('NaN');
  expect(counts.trim()).toBe('0.5');
  expect(searches.trim()).toMatch(/1, 2 \] 0$/);
  expect(own).toMatch(/^FNMR@FMR \d+ 12 [\d.]+ [\d.]+ (yes|no: .+)\n$/);
  expect(plates).toBe('1 of 2\nstrict 0\nO=0, I=1 1\n');
  expect(outputs.slice(6)).toEqual([
    'exposed by -5 stops 480 to 216 px\ntrue\n',
    "[ 'density' ]\n30 0.50 188\n",
    '0 2 of 4 2 of 4\n0.2 1 of 3 2 of 4\n0.4 0 of 2 2 of 4\n',
    'contradicted cut off 93%\n',
  ]);
  expect(templates).toMatch(/^1 5 Float32Array[^\]]*\]\n1\nsample ann 1\n1\n$/);
});

it('the example of claims runs', () => {
  const claims = readFileSync(join(ROOT, 'docs', 'claims.md'), 'utf8');
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(claims) ?? [];
  const output = printed(
    code.replace("'results/belgrade'", JSON.stringify(join(ROOT, 'results', 'belgrade'))),
    'claims',
  );
  expect(output.split('\n').filter((line) => /^\S+ (contradicted|unresolved|untestable) /.test(line))).toHaveLength(19);
}, 120_000);

it('everything that the text names is exported', async () => {
  const library: Record<string, unknown> = await import(join(ROOT, 'dist', 'index.js'));
  const named = [...text.matchAll(/`([a-z][A-Za-z]+)`/g)].map(([, name = '']) => name);
  const words = ['resolved', 'unresolved', 'unavailable', 'consolidate', 'passages', 'face', 'device'];
  const functions = named.filter((name) => !words.includes(name));
  expect(functions.length).toBeGreaterThan(10);
  expect(functions.filter((name) => library[name] === undefined)).toEqual([]);
});
