import { count } from '../../results/figure-text.js';
import { rateText } from '../format.js';
import type { PageCurve, RunData } from '../page/run-data.js';
import { inertText } from './inert-text.js';
import { type Hideable, tableMarkup } from './table-markup.js';

/** What moves when the threshold moves: the panel, which needs the script, and the same thresholds as a table, which does not. */
export function panelMarkup({ curves, conditions: names }: RunData, hideable: Hideable): string {
  const conditions = names.length > 0;
  if (curves.length === 0) return '';
  const options = curves.map(({ label }, k) => `<option value="${k}">${inertText(label)}</option>`);
  return `<section>
<h2 id="try-a-threshold">Try a threshold</h2>
<p>Whoever runs such a system chooses its threshold. A lower one misses fewer people and takes more strangers for them; in a crowd of people who are not wanted, nearly all alarms may be false. Move the threshold, and say what place you think of.</p>
<div class="panel screen" id="threshold-panel" hidden>
<label for="chosen-curve">Task and system</label>
<select id="chosen-curve">${options.join('')}</select>
<label for="threshold">Threshold, from many false matches to few</label>
<input type="range" id="threshold" min="0" max="1" step="1" value="0">
<div class="fields">
${field('cameras', 'Cameras', 100, 1)}
${field('passers-by', 'People who pass one camera in a day', 5000, 1)}
${field('list-size', 'People on the watch-list', 1000, 1)}
${field('one-listed-in', 'Of those who pass, one is on the list in', 100_000, 1)}
</div>
<p id="panel-problem" role="alert"></p>
<dl class="results" aria-live="polite">
${result('threshold', 'Threshold: a match is a score of at least')}
${result('falseRate', '<span id="false-name">FMR</span>, as measured')}
${result('missRate', '<span id="miss-name">FNMR</span>, as measured')}
${result('fpir', 'Passers-by who set off a false alarm')}
${result('falseAlarms', 'False alarms a day')}
${result('trueAlarms', 'True alarms a day')}
${result('missed', 'Listed people missed a day')}
${result('ppv', 'Alarms that are right (PPV)')}
</dl>
<p class="note">The brackets of both rates are their 95% intervals at this threshold, held fixed; those of the table above set the threshold anew and are wider. The brackets below them are what follows when both rates lie anywhere in theirs: together they hold with 90% confidence at least. A star: the data cannot resolve the rate, and only the range is given. From single comparisons to a list, or to a list of another size, the comparisons of one search are taken as independent, 1 - (1 - FMR)^N; people who look alike make that wrong. Pictures are as published${conditions ? ': none of the conditions of this run is in these numbers, and through them more people are missed' : ''}; people who pass a camera in a street are not portraits, and any system does worse there. The same arithmetic: falsematch deployment alarms.</p>
</div>
<details><summary>The thresholds as a table</summary>
${curves.map((curve) => curveTable(curve, hideable)).join('\n')}
</details>
</section>`;
}

function field(name: string, label: string, value: number, least: number): string {
  return `<div><label for="${name}">${label}</label><input type="number" id="${name}" name="${name}" min="${least}" step="1" value="${value}"></div>`;
}

const result = (name: string, label: string) => `<div><dt>${label}</dt><dd id="panel-${name}"></dd></div>`;

function curveTable({ label, falseName, missName, listSize, points, system }: PageCurve, hideable: Hideable): string {
  const size = listSize === null ? '' : ` (${count(listSize)} people)`;
  const rows = points.map(({ threshold, falseRate, missRate }) => [threshold, rateText(falseRate), rateText(missRate)]);
  const table = tableMarkup({ columns: ['threshold', falseName, missName], rows }, label, hideable);
  return `<div data-system="${system}"><h3>${inertText(label)}${size}</h3>\n${table}</div>`;
}
