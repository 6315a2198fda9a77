import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** From the ground up: a folder imports only from those before it. */
const FLOORS =
  'files statistics workers catalog images datasets runtimes plates faces extraction comparison metrics results benchmark speed deployment claims doctor report serve cli'.split(
    ' ',
  );

const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(SRC, join(entry.parentPath, entry.name)));

const floorOf = (file: string) => FLOORS.indexOf(file.split(sep)[0] ?? '');

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const found = text.matchAll(/(?:from|import\()\s*['"](\.{1,2}\/[^'"]+)['"]/g);
  return [...found].map(([, path = '']) => normalize(join(dirname(file), path)));
}

it('every folder of src is a known one', () => {
  const folders = files.filter((file) => file.includes(sep)).map((file) => file.split(sep)[0]);
  expect([...new Set(folders)].filter((folder) => !FLOORS.includes(folder ?? ''))).toEqual([]);
});

it('imports go downward only', () => {
  const climbing = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => file.includes(sep) && floorOf(target) > floorOf(file))
      .map((target) => `${file} -> ${target}`),
  );
  expect(climbing).toEqual([]);
});

it('nothing is imported in a circle', () => {
  const graph = new Map(files.map((file) => [file, importsOf(file).map((path) => path.replace(/\.js$/, '.ts'))]));
  const done = new Set<string>();
  function visit(file: string, path: readonly string[]): void {
    expect(path, 'a circle of imports').not.toContain(file);
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  }
  for (const file of files) visit(file, []);
});

it('files stay under 250 lines', () => {
  // The library's list of names is a list, however long it is.
  const long = files.filter(
    (file) => file !== 'index.ts' && readFileSync(join(SRC, file), 'utf8').split('\n').length > 250,
  );
  expect(long).toEqual([]);
});
