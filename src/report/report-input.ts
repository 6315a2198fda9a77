import type { RunVerdicts } from './claims/run-verdicts.js';
import type { Reported } from './section.js';

/** All that a run's reports are made of. */
export interface ReportInput extends Reported {
  /** Claim files held against the run; empty where there is none. */
  readonly verdicts?: readonly RunVerdicts[];
  /** Files of the run whose bytes are not those that its record names. */
  readonly altered?: readonly string[];
}

/** What stands in place of verdicts. */
export const NO_CLAIMS =
  "Nobody's claim is held against this run. To hold one against it: falsematch claims check FILE --run DIR.";

/** What a report of a run that was changed says before anything else; undefined where nothing was. */
export function alteredText({
  altered = [],
}: ReportInput): { readonly title: string; readonly text: string } | undefined {
  if (altered.length === 0) return undefined;
  const files = altered.slice(0, 10).join(', ') + (altered.length > 10 ? ` and ${altered.length - 10} more` : '');
  return {
    title: 'This is not the run as it was measured',
    text: `Changed since: ${files}. Nothing below can be relied on: fetch the run again from where it was published, and check it with falsematch verify.`,
  };
}
