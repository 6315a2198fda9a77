import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

let script: string | undefined;

/** The script of a report's page: built from `dom/` with what it needs of the library, so that both compute alike. */
export function pageScript(): string {
  script ??= readFileSync(fileURLToPath(import.meta.resolve('#dist/report/page/interactive.bundle.js')), 'utf8').trim();
  return script;
}
