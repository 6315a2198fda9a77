import { describe, expect, it } from 'vitest';
import { bibtex, citation } from '../../src/report/citation.js';
import { citationMarkup } from '../../src/report/html/citation-markup.js';
import { madeUpRun } from '../support/run.js';

const run = madeUpRun();
const named = (title: string) => madeUpRun((record) => ({ ...record, suite: { ...record.suite, title } }));

describe('citation', () => {
  it('names the run by what it is and by its digest', () => {
    const { version } = run.record.tool;
    expect(citation(run)).toBe(
      `Made-up suite. Measured by falsematch ${version}, suite "made-up", seed 1; systems made-model; datasets made-up (content aaaaaaaaaaaa); run SHA-256 ${run.digest}.`,
    );
    expect(bibtex(run)).toBe(
      `@misc{falsematch-${run.digest.slice(0, 12)},
  title = {Made-up suite},
  howpublished = {Measured by falsematch ${version}, suite made-up, seed 1},
  note = {Systems: made-model. Datasets: made-up. Run SHA-256: ${run.digest}}
}`,
    );
  });

  it('is one line, and a title cannot leave its braces or command TeX', () => {
    const evil = named('a}\n}, note = {\\input{x} 100% & $x$ #1 a_b ^ ~\u0007');
    expect(citation(evil).split('\n')).toHaveLength(1);
    expect(bibtex(evil).split('\n')).toHaveLength(5);
    expect(bibtex(evil)).toContain('title = {a , note = inputx 100\\% \\& \\$x\\$ \\#1 a\\_b \\^{} \\~{} },');
  });

  it('can be copied from the page, where each button names its text', () => {
    const markup = citationMarkup(named('<script>alert(1)</script>\u202e'));
    expect(markup).not.toMatch(/<script|\u202e/);
    for (const id of ['citation-text', 'citation-bibtex']) {
      expect(markup).toContain(`<pre id="${id}">`);
      expect(markup).toContain(`data-copies="${id}"`);
      expect(markup).toContain(`id="${id}-said"`);
    }
  });
});
