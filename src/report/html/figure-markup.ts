import type { Figure } from '../figures/figure.js';
import { inertText } from './inert-text.js';
import { type Hideable, tableMarkup } from './table-markup.js';

/** A chart with its caption, its numbers and where its files are. */
export function figureMarkup({ id, title, caption, table, svg }: Figure, hideable: Hideable): string {
  return `<figure id="${id}">
<h3>${inertText(title)}</h3>
<div class="scroll chart" role="region" tabindex="0" aria-label="${inertText(`Chart: ${title}`)}">${svg}</div>
<figcaption>${inertText(caption)}</figcaption>
<details><summary>Numbers of this figure</summary>
${tableMarkup(table, `Numbers: ${title}`, hideable)}
<p class="note">In the run directory: figures/${id}.svg and, with every point, figures/${id}.csv.</p>
</details>
</figure>`;
}
