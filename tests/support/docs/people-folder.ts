import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { extract, list } from 'tar';

/** How many people, how many pictures of each, and which of those who have as many. */
const PEOPLE = 40;
const PICTURES = 3;
const EVERY = 22;

/**
 * The folder `people` of docs/first-benchmark.md: every 22nd of the people of LFW with three pictures or more, by name, the
 * first 40 of them, their first three pictures as p01/1.jpg to p40/3.jpg.
 */
export function peopleFolder(archive: string, folder: string): void {
  const paths: string[] = [];
  list({ file: archive, sync: true, onReadEntry: ({ path, type }) => void (type === 'File' && paths.push(path)) });
  const ofPerson = new Map<string, string[]>();
  for (const path of paths) {
    const name = path.split('/').at(-2) ?? '';
    ofPerson.set(name, [...(ofPerson.get(name) ?? []), path]);
  }
  const wanted = [...ofPerson]
    .filter(([, pictures]) => pictures.length >= PICTURES)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter((_, index) => index % EVERY === 0)
    .slice(0, PEOPLE)
    .map(([, pictures]) => pictures.sort().slice(0, PICTURES));
  const names = new Set(wanted.flat());
  const staged = `${folder}.staged`;
  mkdirSync(staged);
  extract({ file: archive, cwd: staged, sync: true, filter: (path) => names.has(path) });
  for (const [index, pictures] of wanted.entries()) {
    const person = join(folder, `p${String(index + 1).padStart(2, '0')}`);
    mkdirSync(person, { recursive: true });
    for (const [k, path] of pictures.entries()) renameSync(join(staged, path), join(person, `${k + 1}.jpg`));
  }
  rmSync(staged, { recursive: true });
}
