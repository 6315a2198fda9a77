import { homePath } from '../catalog/home.js';
import { messageOf } from '../files/errors.js';
import type { Check, CheckState, Finding, Looked } from './check.js';
import { CHECKS } from './checks.js';

/** What a check of that name found. */
export type Checked = { readonly name: string } & Finding;

/** Whether this machine has what falsematch needs. */
export interface Diagnosis {
  /** The worst of all findings. */
  readonly state: CheckState;
  readonly checks: readonly Checked[];
}

const WORSE: readonly CheckState[] = ['ok', 'warning', 'failure'];

/**
 * Checks what falsematch needs: Node.js, processor, memory, disk, the libraries and programs that it uses, the home folder
 * and the mirror (FALSEMATCH_HOME and FALSEMATCH_MIRROR unless they are named). Asks nothing of the network and changes
 * nothing. A check that breaks is a failure with its reason, so this does not throw.
 */
export async function diagnose(
  options: { readonly home?: string | undefined; readonly mirror?: string | undefined } = {},
): Promise<Diagnosis> {
  const at: Looked = { home: await homePath(options.home), mirror: options.mirror ?? process.env.FALSEMATCH_MIRROR };
  const checks = await Promise.all(CHECKS.map((check) => checked(check, at)));
  const state = WORSE[Math.max(...checks.map((check) => WORSE.indexOf(check.state)))] ?? 'ok';
  return { state, checks };
}

async function checked({ name, look }: Check, at: Looked): Promise<Checked> {
  try {
    return { name, ...(await look(at)) };
  } catch (thrown) {
    return {
      name,
      state: 'failure',
      text: `cannot be checked: ${messageOf(thrown)}`,
      mend: 'mend what the sentence names; if it names nothing of yours, report it as a fault of falsematch',
    };
  }
}
