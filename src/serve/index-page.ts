import { createHash } from 'node:crypto';
import { escapeMarkup } from '../report/escape-markup.js';
import { count } from '../results/figure-text.js';
import type { RunRecord } from '../results/run-record.js';
import type { ShownRun } from './shown-run.js';

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
article { border-top: 1px solid #8888; padding: 0.25rem 0 0.75rem; }
h2 { font-size: 1.25rem; margin: 0.75rem 0 0.25rem; }
p { margin: 0.25rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.1rem 1rem; margin: 0.5rem 0; }
dt { font-weight: bold; }
dd { margin: 0; overflow-wrap: anywhere; }
nav a { margin-right: 1rem; }
.problem { border-left: 0.25rem solid; padding-left: 0.75rem; }
`;

/** Of the one style of the page, as its policy names it. */
export const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** The list of runs as one page, without scripts. */
export function indexPage(runs: readonly ShownRun[]): string {
  const told = runs.length === 1 ? 'One run.' : `${count(runs.length)} runs.`;
  const nothing = '<p>There is no run here yet: a folder with a run.json, at most two levels down.</p>';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Runs - falsematch</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Runs</h1>
${runs.length === 0 ? nothing : `<p>${told} Read only, on this machine only; read anew whenever this page is loaded.</p>`}
${runs.map(runMarkup).join('\n')}
</main>
</body>
</html>
`;
}

function runMarkup({ id, files, record, digest, problem }: ShownRun): string {
  const name = id === '' ? 'this folder' : id;
  const title = record?.suite.title ?? name;
  const heading = files.includes('report.html')
    ? `<a href="${hrefOf(id, 'report.html')}">${escapeMarkup(title)}</a>`
    : escapeMarkup(title);
  const facts = record && digest ? factsOf(name, record, digest) : [];
  const parts = [
    `<h2>${heading}</h2>`,
    ...(record?.suite.description ? [`<p>${escapeMarkup(record.suite.description)}</p>`] : []),
    ...(problem === undefined ? [] : [`<p class="problem">${escapeMarkup(problem)}</p>`]),
    ...(facts.length > 0 ? [`<dl>\n${facts.map(factMarkup).join('\n')}\n</dl>`] : []),
    ...filesMarkup(id, title, files),
  ];
  return `<article>\n${parts.join('\n')}\n</article>`;
}

type Fact = readonly [label: string, text: string];

function factsOf(
  name: string,
  { suite, tool, systems, datasets, tasks, notMeasured }: RunRecord,
  digest: string,
): Fact[] {
  const missing = notMeasured.map(({ what }) => what).join(', ');
  return [
    ['folder', name],
    ['suite', suite.name],
    ['digest', digest],
    ['made by', `${tool.name} ${tool.version}`],
    ['systems', systems.map((system) => system.name).join(', ')],
    ...(missing === '' ? [] : [['not measured', missing] as const]),
    ['datasets', [...new Set(datasets.map((dataset) => dataset.name))].join(', ')],
    ['tasks', count(tasks.length)],
  ];
}

function factMarkup([label, text]: Fact): string {
  return `<dt>${escapeMarkup(label)}</dt><dd>${escapeMarkup(text)}</dd>`;
}

/** The reports that a run is expected to have. */
const REPORTS = ['report.html', 'report.md', 'junit.xml'];

function filesMarkup(id: string, title: string, files: readonly string[]): string[] {
  const links = files.map((file) => `<a href="${hrefOf(id, file)}">${escapeMarkup(file)}</a>`);
  const missing = REPORTS.filter((report) => !files.includes(report));
  return [
    ...(links.length === 0
      ? []
      : [`<nav aria-label="${escapeMarkup(`Files of ${id || title}`)}">${links.join('\n')}</nav>`]),
    ...(missing.length === 0 ? [] : [`<p>Not there: ${missing.join(', ')}.</p>`]),
  ];
}

function hrefOf(id: string, file: string): string {
  const path = id === '' ? file : `${id}/${file}`;
  return escapeMarkup(`/${path.split('/').map(encodeURIComponent).join('/')}`);
}
