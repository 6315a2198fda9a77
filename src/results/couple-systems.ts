import type { RunRecord } from './run-record.js';

/** Whose systems are coupled. */
interface HasSystems {
  readonly record: { readonly systems: readonly Pick<RunRecord['systems'][number], 'name'>[] };
}

/**
 * Which systems of two runs are held against each other: every one with its namesake, or, where no name is in both, each
 * with each. With one run given twice, every two of its systems. `only` takes only these.
 */
export function coupleSystems(first: HasSystems, second: HasSystems, only?: readonly string[]): [string, string][] {
  const wanted = (name: string) => only === undefined || only.includes(name);
  const [ours, theirs] = [first, second].map(({ record }) => record.systems.map(({ name }) => name).filter(wanted)) as [
    string[],
    string[],
  ];
  if (first.record === second.record) {
    return ours.flatMap((name, index) => ours.slice(index + 1).map((other): [string, string] => [name, other]));
  }
  const shared = ours.filter((name) => theirs.includes(name));
  if (shared.length > 0) return shared.map((name) => [name, name]);
  return ours.flatMap((name) => theirs.map((other): [string, string] => [name, other]));
}
