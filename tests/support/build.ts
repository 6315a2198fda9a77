import { execFileSync } from 'node:child_process';

/** Workers and the command line run built JavaScript, so the tests build it once before they start. */
export function setup(): void {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], { stdio: 'inherit' });
}
