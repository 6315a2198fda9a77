import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the installed package, from src/files as from dist/files. */
export function packageFolder(): string {
  return fileURLToPath(new URL('../../', import.meta.url));
}

/** The version of the installed package. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as { version: string };
  return version;
}
