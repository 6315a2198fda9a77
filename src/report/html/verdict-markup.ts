import type { ClaimResult } from '../../claims/claim-result.js';
import { tally, verdictText } from '../claims/claim-text.js';
import { shortValue } from '../claims/evidence-table.js';
import { HOW_MEANT, LIMITS, type RunVerdicts } from '../claims/run-verdicts.js';
import { inertText } from './inert-text.js';

/** The claims that are held against a run, with the verdict on each and the sentence that may be quoted. */
export function verdictsMarkup(verdicts: readonly RunVerdicts[]): string {
  return verdicts.map(fileMarkup).join('\n');
}

function fileMarkup(verdicts: RunVerdicts): string {
  const { file } = verdicts;
  if ('problem' in verdicts) {
    return `<div class="alarm"><p>The claims of ${inertText(file)} cannot be held against this run: ${inertText(verdicts.problem)}</p></div>`;
  }
  const { title, claims, description, tests } = verdicts.checked;
  const tested = claims.filter(({ ground }) => ground.by === 'test');
  const others = claims.filter(({ ground }) => ground.by !== 'test');
  const rest = others.map(
    (claim) =>
      `<li class="${claim.verdict}"><span class="verdict">${inertText(verdictText(claim))}</span>: ${inertText(claim.statement)}</li>`,
  );
  const name = file.replace(/\.ya?ml$/, '');
  return `<h3>${inertText(`${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}: ${tally(claims)}, of "${title}"`)}</h3>
${description ? `<p>${inertText(description)}</p>\n` : ''}<p>${inertText(HOW_MEANT)}${tests > 0 ? ` ${inertText(LIMITS)}` : ''}</p>
<ul class="verdicts">
${tested.map(cardMarkup).join('\n')}
</ul>
${rest.length === 0 ? '' : `<details><summary>${rest.length} more ${rest.length === 1 ? 'claim' : 'claims'}, which no measurement here decides</summary>\n<ul>\n${rest.join('\n')}\n</ul></details>\n`}<p class="note">Claims of ${inertText(file)}. The evidence for each, how tests were corrected for, and whether they were fixed before the measurement: <code>falsematch claims check ${inertText(name)} --run DIR</code></p>`;
}

/** The statement as it was made, how it was taken, and what came out. */
function cardMarkup(claim: ClaimResult): string {
  const { verdict, id, statement, quote, reading, sentence } = claim;
  return [
    `<li class="${verdict}"><p class="verdict">${inertText(verdictText(claim))}</p>`,
    `<p><strong>${inertText(id)}</strong>: ${inertText(statement)}${quote ? ` Quoted: "${inertText(quote)}".` : ''}</p>`,
    reading ? `<p>Taken as: ${inertText(reading)}</p>` : '',
    `<p>${inertText(sentence)}</p>`,
    `<p class="note">${inertText(shortValue(claim))}</p></li>`,
  ].join('');
}
