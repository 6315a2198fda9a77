import type { Check, Finding } from './check.js';

/** The oldest that is supported, as package.json says in "engines". */
const OLDEST: readonly [major: number, minor: number] = [20, 19];

/** What a version of Node.js, such as "20.19.0", is good for. */
export function judgeNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const facts = { version };
  const needed = OLDEST.join('.');
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) {
    return { state: 'ok', text: `${version}; ${needed} or later is needed`, facts };
  }
  return {
    state: 'failure',
    text: `${version}, and ${needed} or later is needed`,
    mend: 'install a current Node.js from nodejs.org or your package manager',
    facts,
  };
}

export const nodeVersion: Check = { name: 'Node.js', look: () => judgeNode(process.versions.node) };
