import type { CheckedClaims, ClaimResult, Implied } from '../../claims/claim-result.js';
import { count } from '../../results/figure-text.js';
import { alarmText, chanceText, rangeText } from '../alarm-text.js';
import { rateText } from '../format.js';
import type { ReportPage, ReportSection } from '../section.js';
import { correctionText, freezeText, MEANINGS, sourceText, tally } from './claim-text.js';
import { countsTable, evidenceFacts, evidenceTable, shortValue } from './evidence-table.js';

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
        rows: claims.map((claim) => [claim.id, claim.about, claim.verdict, shortValue(claim)]),
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
  const { id, verdict, statement, quote, reading, note, sentence, ground, implied } = claim;
  const tables =
    ground.by === 'test' ? [evidenceTable(ground.evidence)] : ground.by === 'counts' ? [countsTable(ground)] : [];
  return {
    title: `${id}: ${verdict}`,
    paragraphs: [
      `Claimed: ${statement}${quote ? ` In its words: "${quote}".` : ''}`,
      ...(reading ? [`Taken as: ${reading}`] : []),
      sentence,
      ...(implied ? impliedParagraphs(implied) : []),
    ],
    tables,
    notes: [
      ...(ground.by === 'test' ? evidenceFacts(ground) : []),
      `Source: ${sourceText(claim.source)}`,
      ...(note ? [`Note: ${note}`] : []),
    ],
  };
}

function impliedParagraphs({ assumed, facts, measured }: Implied): string[] {
  const [scenario] = facts.scenarios;
  if (!scenario) return [];
  const { perDay, ppv } = scenario;
  const rates = measured
    ? `With FPIR ${rateText(measured.fpir)} and TPIR ${rateText(measured.tpir)}, as ${measured.model} has on ${measured.task.title} at FPIR ${measured.at}`
    : 'With the rates given';
  const value = ppv ? `; ${rangeText(ppv, chanceText)} of the alarms are true` : '';
  return [
    `${rates}, ${count(facts.cameras)} cameras would give ${rangeText(perDay.falseAlarms, alarmText)} false and ${rangeText(perDay.trueAlarms, alarmText)} true alarms a day${value}. ${assumed}`,
  ];
}

function ways(checked: CheckedClaims): ReportSection {
  const { file, digest, run, tests } = checked;
  return {
    title: 'How this was come by',
    paragraphs: [
      ...(tests > 0 ? [correctionText(checked), freezeText(checked)] : []),
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
