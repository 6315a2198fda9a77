import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { panelMarkup } from '../../../src/report/html/panel-markup.js';
import { runDataOf } from '../../../src/report/page/run-data-of.js';
import { peopleRun } from '../../support/people.js';
import { sizesRun } from '../figures/support/sizes-run.js';

const parsed = (markup: string) => parseHTML(`<!doctype html><body>${markup}</body>`).document;

describe('panelMarkup', () => {
  const data = runDataOf(peopleRun());
  const document = parsed(panelMarkup(data, data));

  it('has a label for every field, and says what it lacks without the script as a table', () => {
    for (const field of document.querySelectorAll('select, input')) {
      expect([...document.querySelectorAll(`label[for="${field.id}"]`)]).toHaveLength(1);
    }
    expect(document.querySelector('#threshold-panel')?.hasAttribute('hidden')).toBe(true);
    expect([...document.querySelectorAll('table')]).toHaveLength(data.curves.length);
    for (const [k, table] of [...document.querySelectorAll('table')].entries()) {
      expect([...table.querySelectorAll('tbody tr')]).toHaveLength(data.curves[k]?.points.length ?? 0);
    }
    expect(document.querySelector('tbody tr')?.textContent).toContain('138 of 276');
  });

  it('has a place for every figure', () => {
    for (const name of ['threshold', 'falseRate', 'missRate', 'fpir', 'falseAlarms', 'trueAlarms', 'missed', 'ppv']) {
      expect(document.querySelector(`#panel-${name}`)).not.toBeNull();
    }
  });

  it('says how large a list was that was searched', async () => {
    const searched = runDataOf(await sizesRun());
    expect(panelMarkup(searched, searched)).toContain('list of 16: model (16 people)');
  });

  it('is not there without thresholds, and keeps hostile names as text', () => {
    expect(panelMarkup({ ...data, curves: [] }, data)).toBe('');
    const evil = '</option><script>alert(1)</script>"\u202e';
    const markup = panelMarkup({ ...data, curves: data.curves.map((curve) => ({ ...curve, label: evil })) }, data);
    expect(markup).not.toMatch(/<script|\u202e/);
    expect([...parsed(markup).querySelectorAll('option')]).toHaveLength(2);
  });
});
