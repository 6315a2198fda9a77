import { tally, verdictText } from '../claims/claim-text.js';
import { shortValue } from '../claims/evidence-table.js';
import type { RunVerdicts } from '../claims/run-verdicts.js';
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
  const { title, claims } = verdicts.checked;
  const tested = claims.filter(({ ground }) => ground.by === 'test');
  const others = claims.filter(({ ground }) => ground.by !== 'test');
  const cards = tested.map((claim) => {
    const { verdict, id, statement, sentence } = claim;
    return `<li class="${verdict}"><p class="verdict">${inertText(verdictText(claim))}</p><p><strong>${inertText(id)}</strong>: ${inertText(statement)}</p><p>${inertText(sentence)}</p><p class="note">${inertText(shortValue(claim))}</p></li>`;
  });
  const rest = others.map(
    (claim) =>
      `<li class="${claim.verdict}"><span class="verdict">${inertText(verdictText(claim))}</span>: ${inertText(claim.statement)}</li>`,
  );
  return `<h3>${inertText(title)}: ${inertText(tally(claims))}</h3>
<ul class="verdicts">
${cards.join('\n')}
</ul>
${rest.length === 0 ? '' : `<details><summary>${rest.length} more ${rest.length === 1 ? 'claim' : 'claims'}, which no measurement here decides</summary>\n<ul>\n${rest.join('\n')}\n</ul></details>\n`}<p class="note">Claims of ${inertText(file)}. The evidence for each, and whether the tests were fixed before the measurement: falsematch claims check ${inertText(file.replace(/\.ya?ml$/, ''))} --run DIR</p>`;
}
