import type { CheckedClaims, ClaimResult } from '../../claims/claim-result.js';
import { oneLine } from '../format.js';
import { wrap } from '../wrap.js';
import { correctionText, freezeText, otherSuiteText, tally, verdictText } from './claim-text.js';
import { impliedText } from './implied-text.js';

/** What the terminal shows of a checked claim file: every verdict with its sentence. */
export function claimLines(checked: CheckedClaims): string[] {
  const { title, claims, run, tests } = checked;
  const other = otherSuiteText(checked);
  return [
    ...wrap(oneLine(title)),
    ...claims.flatMap((claim) => ['', ...linesOf(claim)]),
    '',
    ...wrap(`${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}: ${tally(claims)}.`),
    ...(tests > 0 ? [...wrap(correctionText(checked)), ...wrap(freezeText(checked))] : []),
    ...(run ? wrap(`Run ${run.digest} of the suite ${run.suite}.`) : []),
    ...(other ? wrap(other) : []),
  ];
}

function linesOf(claim: ClaimResult): string[] {
  const { id, statement, reading, sentence, implied, note } = claim;
  return [
    `${id}: ${verdictText(claim).toUpperCase()}`,
    ...wrap(`Claimed: ${oneLine(statement)}`, '  '),
    ...(reading ? wrap(`Taken as: ${oneLine(reading)}`, '  ') : []),
    ...wrap(oneLine(sentence), '  '),
    ...(implied ? wrap(oneLine(impliedText(implied)), '  ') : []),
    ...(note ? wrap(`Note: ${oneLine(note)}`, '  ') : []),
  ];
}
