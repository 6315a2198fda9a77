import { tally, verdictText } from './claims/claim-text.js';
import { shortValue } from './claims/evidence-table.js';
import { HOW_MEANT, LIMITS, type RunVerdicts } from './claims/run-verdicts.js';
import type { Figure } from './figures/figure.js';
import { figuresOf } from './figures/figures.js';
import { laySentences } from './lay-sentences.js';
import { markdownPage } from './markdown-page.js';
import { measuredSection } from './measured-section.js';
import { NO_CLAIMS, type ReportInput } from './report-input.js';
import type { ReportSection } from './section.js';
import { expertSections, headlineSections, provenanceSection } from './sections.js';

/** A comment on a pull request takes 65,536 characters. */
const MOST_CHARACTERS = 60_000;

/**
 * `report.md`: the report for pull requests and job summaries. What matters most comes first; parts that would make it too
 * long for a comment are left out, and named.
 */
export function markdownReport(
  run: ReportInput,
  figures: readonly Figure[] = figuresOf(run),
  expert: readonly ReportSection[] = expertSections(run),
): string {
  const { title, description } = run.record.suite;
  const first = [shortSection(run), measuredSection(run), ...headlineSections(run)];
  const last = [...(figures.length === 0 ? [] : [figureSection(figures)]), provenanceSection(run)];
  const page = (sections: readonly ReportSection[]) => markdownPage({ title, description, sections });
  const kept: ReportSection[] = [];
  const left: string[] = [];
  let length = page([...first, ...last]).length;
  for (const section of expert) {
    const own = markdownPage({ title: '', sections: [section] }).length;
    if (length + own > MOST_CHARACTERS) left.push(section.title);
    else {
      kept.push(section);
      length += own;
    }
  }
  return page([...first, ...kept, ...last, ...(left.length === 0 ? [] : [leftSection(left)])]);
}

function shortSection({ verdicts = [], ...run }: ReportInput): ReportSection {
  return {
    title: 'In short',
    paragraphs: [...laySentences(run), ...(verdicts.length === 0 ? [NO_CLAIMS] : verdicts.map(fileText))],
    tables: verdicts.flatMap((one) =>
      'problem' in one
        ? []
        : [
            {
              columns: ['statement', 'taken as', 'verdict on that', 'demanded and measured'],
              rows: one.checked.claims.map((claim) => [
                `${claim.id}: ${claim.statement}`,
                claim.reading ?? '',
                verdictText(claim),
                shortValue(claim),
              ]),
            },
          ],
    ),
  };
}

function fileText(verdicts: RunVerdicts): string {
  const { file } = verdicts;
  if ('problem' in verdicts) return `The claims of ${file} cannot be held against this run: ${verdicts.problem}`;
  const { title, claims, description } = verdicts.checked;
  return [`${claims.length} claims: ${tally(claims)}, of "${title}".`, description, HOW_MEANT, LIMITS]
    .filter((text) => text !== undefined)
    .join(' ');
}

function figureSection(figures: readonly Figure[]): ReportSection {
  return {
    title: 'Figures',
    paragraphs: ['In report.html with how to read them, and as files:'],
    tables: [{ columns: ['figure', 'file'], rows: figures.map(({ id, title }) => [title, `figures/${id}.svg`]) }],
  };
}

function leftSection(left: readonly string[]): ReportSection {
  return {
    title: 'Left out here',
    paragraphs: [`These parts stand in report.html, since they would be too long here: ${left.join('; ')}.`],
    tables: [],
  };
}
