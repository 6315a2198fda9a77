/** How a copy's files lie in the published layout: published path → path in the copy. */
export type PathMapping = ReadonlyMap<string, string>;

/** The number of files below each folder that holds any, at any depth; "" is the top. */
function filesBelow(paths: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>([['', paths.length]]);
  for (const path of paths) {
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      const folder = path.slice(0, slash);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * The ways in which `paths` of a copy can be a dataset of `count` files: every folder that holds just so many is taken
 * for the dataset's top, and for the folder `top` inside it. So a copy may have folders more or less than the
 * published one, and lie beside other files.
 */
export function pathMappings(paths: readonly string[], count: number, top: string | undefined): PathMapping[] {
  return [...filesBelow(paths)]
    .filter(([, files]) => files === count)
    .flatMap(([folder]) => {
      const prefix = folder === '' ? '' : `${folder}/`;
      const inside = paths.filter((path) => path.startsWith(prefix));
      const below = (added: string) =>
        new Map(inside.map((path) => [added + path.slice(prefix.length), path] as const));
      return top === undefined ? [below('')] : [below(''), below(`${top}/`)];
    });
}

/** The folders that all paths lie in, with a slash at the end; empty where they lie beside each other. */
export function foldersAbove(paths: readonly string[]): string {
  const [first = ''] = paths;
  let end = 0;
  for (let slash = first.indexOf('/'); slash !== -1; slash = first.indexOf('/', slash + 1)) {
    const folder = first.slice(0, slash + 1);
    if (!paths.every((path) => path.startsWith(folder))) break;
    end = folder.length;
  }
  return first.slice(0, end);
}
