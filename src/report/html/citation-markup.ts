import { bibtex, citation } from '../citation.js';
import type { Reported } from '../section.js';
import { inertText } from './inert-text.js';

/** How to cite the run: a line of text and a BibTeX entry, each with a button that copies it. */
export function citationMarkup(run: Reported): string {
  return `<section>
<h2 id="cite">Cite this</h2>
<p>The digest is the run's name: whoever has the run directory can check with <code>falsematch verify DIR</code> that it is this run and that every figure follows from its scores.</p>
${copied('citation-text', 'Copy as text', citation(run))}
${copied('citation-bibtex', 'Copy as BibTeX', bibtex(run))}
</section>`;
}

function copied(id: string, label: string, text: string): string {
  return `<pre id="${id}">${inertText(text)}</pre>
<p class="screen"><button type="button" data-copies="${id}" aria-describedby="${id}-said" hidden>${label}</button> <span id="${id}-said" role="status"></span></p>`;
}
