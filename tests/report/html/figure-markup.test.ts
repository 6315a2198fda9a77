import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { figuresOf } from '../../../src/report/figures/figures.js';
import { figureMarkup } from '../../../src/report/html/figure-markup.js';
import { peopleRun } from '../../support/people.js';

it('has its chart, caption, numbers and files', () => {
  for (const figure of figuresOf(peopleRun())) {
    const markup = figureMarkup(figure, { systems: ['good', 'bad'], conditions: [] });
    const { document } = parseHTML(`<!doctype html><body>${markup}</body>`);
    expect(document.querySelector('figure')?.id).toBe(figure.id);
    expect(document.querySelector('h3')?.textContent).toBe(figure.title);
    expect(document.querySelector('figcaption')?.textContent).toBe(figure.caption);
    expect(document.querySelectorAll('tbody tr').length).toBe(figure.table.rows.length);
    expect(markup).toContain(`figures/${figure.id}.svg and, with every point, figures/${figure.id}.csv`);
    expect(markup).toContain(figure.svg);
  }
});
