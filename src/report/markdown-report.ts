import { tally, verdictText } from './claims/claim-text.js';
import { shortValue } from './claims/evidence-table.js';
import { HOW_MEANT, LIMITS, type RunVerdicts } from './claims/run-verdicts.js';
import { shortName } from './cut-middle.js';
import type { Figure } from './figures/figure.js';
import { figuresOf } from './figures/figures.js';
import { laySentences } from './lay/lay-sentences.js';
import { markdownPage } from './markdown-page.js';
import { measuredSection } from './measured-section.js';
import { alteredText, NO_CLAIMS, type ReportInput } from './report-input.js';
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
  const first = [...alteredSections(run), ...shortSections(run), measuredSection(run), ...headlineSections(run)];
  const last = [...(figures.length === 0 ? [] : [figureSection(figures)]), provenanceSection(run)];
  const page = (sections: readonly ReportSection[]) => markdownPage({ title, description, sections });
  // The end of the page is looked at before its middle, which is what can best be spared.
  const parts = [...first, ...last, ...expert];
  const named = leftSection(parts.map((part) => part.title));
  const kept = new Set<ReportSection>();
  let length = page([named]).length;
  for (const part of parts) {
    const own = markdownPage({ title: '', sections: [part] }).length;
    if (length + own > MOST_CHARACTERS) continue;
    kept.add(part);
    length += own;
  }
  const left = parts.filter((part) => !kept.has(part)).map((part) => part.title);
  const sections = [...first, ...expert, ...last].filter((part) => kept.has(part));
  return page([...sections, ...(left.length === 0 ? [] : [leftSection(left)])]);
}

function alteredSections(run: ReportInput): ReportSection[] {
  const altered = alteredText(run);
  return altered ? [{ title: altered.title, paragraphs: [altered.text], tables: [] }] : [];
}

/** The sentences and the count of verdicts; then each verdict, which may be many. */
function shortSections({ verdicts = [], ...run }: ReportInput): ReportSection[] {
  return [
    {
      title: 'In short',
      paragraphs: [...laySentences(run), ...(verdicts.length === 0 ? [NO_CLAIMS] : verdicts.map(fileText))],
      tables: [],
    },
    ...verdicts.flatMap((one) =>
      'problem' in one
        ? []
        : [
            {
              title: `Verdicts: ${one.checked.title}`,
              paragraphs: [],
              tables: [
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
            },
          ],
    ),
  ];
}

function fileText(verdicts: RunVerdicts): string {
  const { file } = verdicts;
  if ('problem' in verdicts) return `The claims of ${file} cannot be held against this run: ${verdicts.problem}`;
  const { title, claims, description } = verdicts.checked;
  return [
    `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}: ${tally(claims)}, of "${title}".`,
    description,
    HOW_MEANT,
    LIMITS,
  ]
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

/** Names of parts take so much room and no more. */
const MOST_NAMES = 6000;

function leftSection(left: readonly string[]): ReportSection {
  const names = left.map(shortName);
  let length = 0;
  const shown = names.filter((name) => {
    length += 2 * name.length + 2;
    return length <= MOST_NAMES;
  });
  const more = shown.length === names.length ? '' : `; and ${names.length - shown.length} more`;
  return {
    title: 'Left out here',
    paragraphs: [`These parts stand in report.html, since they would be too long here: ${shown.join('; ')}${more}.`],
    tables: [],
  };
}
