import type { CheckResult } from '../catalog/check.js';

/** One line for what is on this machine of a model or dataset. */
export function checkLine(name: string, check: CheckResult): string {
  switch (check.state) {
    case 'ok':
      return `${name}: ok (${check.places.join(', ')})`;
    case 'absent':
      return `${name}: absent (${check.missing.join(', ')})`;
    case 'wrong':
      return `${name}: wrong, ${check.detail}`;
  }
}
