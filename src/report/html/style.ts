import { seriesProperties } from '../figures/system-style.js';

const LIGHT = `--page: #ffffff; --ink: #1b1b1b; --soft: #565656; --line: #d4d4d0; --panel: #f6f6f3; --link: #0b4f9e; --untold: #e4e4e4;
  --supported: #00634f; --contradicted: #a12b12; --unresolved: #6b5200; --untestable: #565656; ${seriesProperties('light')}`;
const DARK = `--page: #15171a; --ink: #ececea; --soft: #b3b3b0; --line: #3c4045; --panel: #1e2125; --link: #8fbcff; --untold: #33373c;
  --supported: #5fd3b3; --contradicted: #ff9c80; --unresolved: #e6c766; --untestable: #b3b3b0; ${seriesProperties('dark')}`;

/** The style of every page: light and dark, from 360 px on, and on paper. */
export const STYLE = `
:root { color-scheme: light dark; ${LIGHT} }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
@media print { :root { color-scheme: light; ${LIGHT} } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
header, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.5rem; }
.kind { margin: 0; color: var(--soft); font-size: 0.9rem; }
h1 { margin: 0.2rem 0 0.5rem; font-size: 1.7rem; line-height: 1.25; text-wrap: balance; }
h2 { margin: 2.5rem 0 0.75rem; padding-top: 0.5rem; border-top: 2px solid var(--line); font-size: 1.3rem; line-height: 1.3; }
h3 { margin: 1.75rem 0 0.5rem; font-size: 1.05rem; line-height: 1.35; }
h1, h2, h3, summary, label, legend, figcaption, li, dd { overflow-wrap: anywhere; }
p { margin: 0.5rem 0; max-width: 46rem; }
a { color: var(--link); }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
nav ul { list-style: none; margin: 0.5rem 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
nav a { display: inline-block; padding: 0.25rem 0; }
.note { color: var(--soft); font-size: 0.9rem; }
.alarm { margin: 1rem 0; padding: 0.75rem 1rem; border: 2px solid var(--contradicted); border-radius: 4px; }
.alarm p { margin: 0.25rem 0; }
.short { padding: 0; margin: 1rem 0; list-style: none; counter-reset: short; }
.short li { max-width: 46rem; margin: 0.75rem 0; padding-left: 1rem; border-left: 4px solid var(--link); font-size: 1.1rem; }
.verdicts { padding: 0; list-style: none; display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); }
.verdicts li { padding: 0.75rem 1rem; border: 1px solid var(--line); border-left: 6px solid; border-radius: 4px; background: var(--panel); break-inside: avoid; }
.verdict { font-weight: 700; margin-top: 0; }
.supported { --verdict: var(--supported); }
.contradicted { --verdict: var(--contradicted); }
.unresolved { --verdict: var(--unresolved); }
.untestable { --verdict: var(--untestable); }
.verdict { color: var(--verdict); }
.verdicts li { border-left-color: var(--verdict); }
.verdicts .contradicted { border-left-style: double; }
.verdicts .unresolved { border-left-style: dashed; }
.verdicts .untestable { border-left-style: dotted; }
.scroll { overflow-x: auto; margin: 0.75rem 0; }
table { border-collapse: collapse; font-size: 0.92rem; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 1rem 0.3rem 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--line); vertical-align: bottom; }
tbody th { font-weight: 500; }
td { font-variant-numeric: tabular-nums; }
.long { overflow-wrap: anywhere; min-width: 11rem; }
th button { all: unset; cursor: pointer; font-weight: 700; }
th button:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
th button::after { content: " \\2195"; color: var(--soft); }
th[aria-sort="ascending"] button::after { content: " \\2191"; color: inherit; }
th[aria-sort="descending"] button::after { content: " \\2193"; color: inherit; }
figure { margin: 1.5rem 0; padding: 0; break-inside: avoid; }
figure h3 { margin-top: 0; }
figure svg { display: block; width: 100%; min-width: 34rem; max-width: 46rem; height: auto; color: var(--ink); }
figcaption { max-width: 46rem; font-size: 0.92rem; }
@media (max-width: 36rem) { .chart::before { content: "Wider than this screen: scroll sideways \\2192"; display: block; position: sticky; left: 0; width: 80vw; color: var(--soft); font-size: 0.85rem; } }
details { margin: 0.5rem 0; }
summary { cursor: pointer; padding: 0.25rem 0; color: var(--link); }
pre { overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; padding: 0.75rem 1rem; background: var(--panel); border: 1px solid var(--line); border-radius: 4px; font-size: 0.88rem; }
.panel { margin: 1rem 0; padding: 1rem; background: var(--panel); border: 1px solid var(--line); border-radius: 4px; }
.panel label { font-size: 0.92rem; }
.fields label, label[for] { display: block; }
.fields { display: grid; gap: 0.75rem 1.25rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 12rem), 1fr)); margin: 0.75rem 0; border: 0; padding: 0; }
.panel input, .panel select, button { font: inherit; color: var(--ink); background: var(--page); border: 1px solid var(--soft); border-radius: 4px; padding: 0.3rem 0.5rem; max-width: 100%; }
.panel input[type="range"] { width: 100%; padding: 0; accent-color: var(--link); height: 2rem; }
.panel input[type="checkbox"] { width: 1.15rem; height: 1.15rem; vertical-align: -0.2rem; }
.panel input[type="number"] { width: 100%; }
button { cursor: pointer; min-height: 2rem; }
fieldset { border: 0; padding: 0; margin: 0.5rem 0; min-width: 0; }
legend { font-weight: 600; padding: 0; }
fieldset label { display: inline-block; margin: 0.2rem 1.25rem 0.2rem 0; padding: 0.15rem 0; }
summary h3 { display: inline; }
.expert > details { border-bottom: 1px solid var(--line); padding: 0.25rem 0; margin: 0; }
dl.results { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 0.75rem 1.25rem; margin: 1rem 0 0; }
dl.results dt { font-size: 0.9rem; color: var(--soft); }
dl.results dd { margin: 0; font-size: 1.1rem; font-variant-numeric: tabular-nums; }
[hidden] { display: none; }
footer { margin-top: 2.5rem; padding-top: 1rem; padding-bottom: 2rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.9rem; }
@media print {
  body { font-size: 10pt; }
  .screen, nav, .skip, th button::after, .chart::before { display: none; }
  .scroll { overflow: visible; }
  table { font-size: 8.5pt; width: 100%; }
  th, td { padding-right: 0.5rem; overflow-wrap: break-word; }
  .long { overflow-wrap: anywhere; min-width: 0; }
  h2, h3 { break-after: avoid; }
  tr { break-inside: avoid; }
  figure svg { min-width: 0; max-width: 15cm; }
  a { color: inherit; text-decoration: none; }
  details:not([open]) > summary::after { content: " (closed when this was printed)"; font-weight: 400; font-size: 8.5pt; }
  summary { color: inherit; }
}
`;
