import type { CheckedClaims, ClaimResult } from '../../claims/claim-result.js';
import { escapeMarkup } from '../escape-markup.js';

/** The answer to a claim file for CI. */
export function claimJunit(checked: CheckedClaims, options: { readonly strict?: boolean } = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${claimSuite(checked, options)}\n</testsuites>\n`;
}

/** The claims as a test suite: contradicted ones are failures, unresolved ones too if asked, untestable ones skipped. */
export function claimSuite({ title, claims }: CheckedClaims, { strict = false } = {}): string {
  const failed = ({ verdict }: ClaimResult) => verdict === 'contradicted' || (strict && verdict === 'unresolved');
  const skipped = (claim: ClaimResult) => !failed(claim) && claim.verdict !== 'supported';
  const cases = claims.map((claim) => {
    const message = `message="${escapeMarkup(`${claim.verdict}: ${claim.sentence}`)}"`;
    const inner = failed(claim)
      ? `<failure type="${claim.verdict}" ${message}/>`
      : skipped(claim)
        ? `<skipped ${message}/>`
        : `<system-out>${escapeMarkup(claim.sentence)}</system-out>`;
    return `    <testcase classname="${escapeMarkup(claim.about)}" name="${escapeMarkup(claim.id)}">\n      ${inner}\n    </testcase>`;
  });
  const counts = `tests="${claims.length}" failures="${claims.filter(failed).length}" skipped="${claims.filter(skipped).length}"`;
  return `  <testsuite name="${escapeMarkup(title)}" ${counts}>\n${cases.join('\n')}\n  </testsuite>`;
}
