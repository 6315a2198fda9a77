import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a mirror would have a file: in a folder of this machine, or at an address. */
export type MirrorPlace =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'address'; readonly url: string };

/** The place of the file `name` in a mirror, given as a folder, a file:// address or an http(s):// address. */
export function mirrorPlace(mirror: string, name: string): MirrorPlace {
  if (/^https?:\/\//i.test(mirror)) {
    return { kind: 'address', url: `${mirror.replace(/\/+$/, '')}/${encodeURIComponent(name)}` };
  }
  const folder = /^file:\/\//i.test(mirror) ? fileURLToPath(mirror) : mirror;
  return { kind: 'folder', path: resolve(join(folder, name)) };
}

/** Whether a folder mirror is there at all; a mistyped one would otherwise send everything to the network unnoticed. */
export async function mirrorFolderExists(mirror: string): Promise<boolean> {
  const place = mirrorPlace(mirror, '.');
  if (place.kind === 'address') return true;
  return (await stat(place.path).catch(() => undefined))?.isDirectory() ?? false;
}
