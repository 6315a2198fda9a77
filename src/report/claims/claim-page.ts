import type { CheckedClaims, ClaimResult } from '../../claims/claim-result.js';
import type { ReportPage, ReportSection } from '../section.js';
import { correctionText, freezeText, MEANINGS, otherSuiteText, sourceText, tally, verdictText } from './claim-text.js';
import { countsTable, evidenceFacts, evidenceTable, shortValue } from './evidence-table.js';
import { impliedText } from './implied-text.js';

/** The answer to a claim file as a page: what came out, every claim with its evidence, and how it was come by. */
export function claimPage(checked: CheckedClaims): ReportPage {
  return {
    title: checked.title,
    description: checked.description,
    sections: [overview(checked), ...checked.claims.map(claimSection), ways(checked)],
  };
}

function overview(checked: CheckedClaims): ReportSection {
  const { claims, run } = checked;
  const altered =
    run && run.altered.length > 0
      ? [`Warning: ${run.altered.join(', ')} of the run were changed since it was made. Nothing here can be relied on.`]
      : [];
  return {
    title: 'What came out',
    paragraphs: [
      ...altered,
      `Of ${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}: ${tally(claims)}.`,
      ...SCOPE(run !== null),
    ],
    tables: [
      {
        columns: ['Claim', 'About', 'Verdict', 'Claimed and found'],
        rows: claims.map((claim) => [claim.id, claim.about, verdictText(claim), shortValue(claim)]),
      },
    ],
  };
}

const SCOPE = (measured: boolean) =>
  measured
    ? [
        'What is measured are open models on public pictures, under the conditions that are named. A verdict is about them, never about a system that its vendor has not let anybody test.',
      ]
    : [];

function claimSection(claim: ClaimResult): ReportSection {
  const { id, statement, quote, reading, note, sentence, ground, implied } = claim;
  const tables =
    ground.by === 'test' ? [evidenceTable(ground.evidence)] : ground.by === 'counts' ? [countsTable(ground)] : [];
  return {
    title: `${id}: ${verdictText(claim)}`,
    paragraphs: [
      `Claimed: ${statement}${quote ? ` Quoted: "${quote}".` : ''}`,
      ...(reading ? [`Taken as: ${reading}`] : []),
      sentence,
      ...(implied ? [impliedText(implied)] : []),
    ],
    tables,
    notes: [
      ...(ground.by === 'test' ? evidenceFacts(ground) : []),
      `Source: ${sourceText(claim.source)}`,
      ...(note ? [`Note: ${note}`] : []),
    ],
  };
}

function ways(checked: CheckedClaims): ReportSection {
  const { file, digest, run, tests } = checked;
  const other = otherSuiteText(checked);
  return {
    title: 'How this was come by',
    paragraphs: [
      ...(tests > 0 ? [correctionText(checked), freezeText(checked)] : []),
      ...(other ? [other] : []),
      ...(run
        ? [
            `Run ${run.digest} of the suite ${run.suite} ("${run.title}"), begun ${run.started ?? 'at a time that is not on record'}.`,
          ]
        : []),
      `Claim file ${file}, SHA-256 ${digest}.`,
      ...MEANINGS,
    ],
    tables: [],
  };
}
