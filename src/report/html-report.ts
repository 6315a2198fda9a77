import type { Figure } from './figures/figure.js';
import { figuresOf } from './figures/figures.js';
import { citationMarkup } from './html/citation-markup.js';
import { figureMarkup } from './html/figure-markup.js';
import { htmlDocument } from './html/html-document.js';
import { inertText } from './html/inert-text.js';
import { panelMarkup } from './html/panel-markup.js';
import { closedMarkup, contentMarkup, sectionMarkup } from './html/section-markup.js';
import type { Hideable } from './html/table-markup.js';
import { verdictsMarkup } from './html/verdict-markup.js';
import { laySentences } from './lay/lay-sentences.js';
import { measuredSection } from './measured-section.js';
import { pageScript } from './page/page-script.js';
import { RUN_DATA } from './page/run-data.js';
import { runDataOf } from './page/run-data-of.js';
import { alteredText, NO_CLAIMS, type ReportInput } from './report-input.js';
import type { ReportSection } from './section.js';
import { expertSections, headlineSections, provenanceSection } from './sections.js';

/** `report.html`: the report of a run as one page, what a lay reader needs first and everything for the expert last. */
export function htmlReport(
  run: ReportInput,
  figures: readonly Figure[] = figuresOf(run),
  expert: readonly ReportSection[] = expertSections(run),
): string {
  const { record, digest } = run;
  const data = runDataOf(run);
  const hideable: Hideable = { systems: data.systems, conditions: data.conditions };
  const part = (id: string, title: string, markup: string) =>
    markup === '' ? [] : [{ id, title, markup: `<section>\n<h2 id="${id}">${title}</h2>\n${markup}\n</section>` }];
  const panel = panelMarkup(data, hideable);
  const parts = [
    ...part('in-short', 'In short', inShort(run)),
    ...part('measured', 'What was measured, and what was not', contentMarkup(measuredSection(run), hideable)),
    ...part(
      'figures-first',
      'The figures that matter most',
      headlineSections(run)
        .map((one) => sectionMarkup(one, 'h3', hideable))
        .join('\n'),
    ),
    ...(panel === '' ? [] : [{ id: 'try-a-threshold', title: 'Try a threshold', markup: panel }]),
    ...part('figures', 'Figures', figures.map((figure) => figureMarkup(figure, hideable)).join('\n')),
    ...part('provenance', 'Where these figures come from', contentMarkup(provenanceSection(run), hideable)),
    ...part('expert', 'Everything, for the expert', expertMarkup(expert, hideable)),
    { id: 'cite', title: 'Cite this', markup: citationMarkup(run) },
  ];
  return htmlDocument({
    title: record.suite.title,
    description: record.suite.description,
    kind: `Report of ${record.tool.name} ${record.tool.version}, run ${digest.slice(0, 12)}`,
    top: `${alteredMarkup(run)}${contents(parts)}${filters(hideable)}`,
    main: parts.map(({ markup }) => markup).join('\n'),
    script: pageScript(),
    data: { [RUN_DATA]: data },
  });
}

function inShort({ verdicts = [], ...run }: ReportInput): string {
  const sentences = laySentences(run).map((text) => `<li>${inertText(text)}</li>`);
  const held = verdicts.length === 0 ? `<p>${inertText(NO_CLAIMS)}</p>` : verdictsMarkup(verdicts);
  return `<ul class="short">\n${sentences.join('\n')}\n</ul>\n${held}`;
}

function alteredMarkup(run: ReportInput): string {
  const altered = alteredText(run);
  if (!altered) return '';
  return `<div class="alarm"><p><strong>${altered.title}.</strong> ${inertText(altered.text)}</p></div>\n`;
}

/** Every part closed, so that their titles can be read at one glance. */
function expertMarkup(expert: readonly ReportSection[], hideable: Hideable): string {
  return `<p class="screen" data-needs-script hidden>What is closed is not printed. <button type="button" data-opens="all">Open all parts</button> <button type="button" data-opens="none">Close all</button></p>
<div class="expert">
${expert.map((one) => closedMarkup(one, hideable)).join('\n')}
</div>`;
}

function contents(parts: readonly { readonly id: string; readonly title: string }[]): string {
  const links = parts.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`);
  return `<nav aria-label="Contents"><ul>${links.join('')}</ul></nav>\n`;
}

/** What may be hidden, where there is more than one of it. */
function filters({ systems, conditions }: Hideable): string {
  const boxes = (kind: 'system' | 'condition', legend: string, names: readonly string[]) =>
    names.length < 2
      ? ''
      : `<fieldset><legend>${legend}</legend>${names
          .map(
            (name, k) =>
              `<label><input type="checkbox" data-hides="${kind}" value="${k}" checked> ${inertText(name)}</label>`,
          )
          .join('')}</fieldset>`;
  const all = `${boxes('system', 'Show systems', systems)}${boxes('condition', 'Show conditions', conditions)}`;
  return all === ''
    ? ''
    : `<details class="screen" data-needs-script hidden><summary>Show only some systems or conditions</summary><div class="panel">${all}</div></details>\n`;
}
