import { describe, expect, it } from 'vitest';
import { verdictsOf } from '../../../src/report/claims/run-verdicts.js';
import { verdictsMarkup } from '../../../src/report/html/verdict-markup.js';
import { ownClaims, tested } from '../../support/claims.js';
import { peopleRun } from '../../support/people.js';

describe('verdictsMarkup', () => {
  it('says why a file cannot be held against the run, as text', () => {
    const markup = verdictsMarkup([{ file: '<b>.yaml', problem: 'No <system> "\u202e".' }]);
    expect(markup).toBe(
      '<div class="alarm"><p>The claims of &lt;b&gt;.yaml cannot be held against this run: No &lt;system&gt; &quot;[U+202E]&quot;.</p></div>',
    );
  });

  it('has a card for what was tested, and a list of what nothing here decides', () => {
    const claims = ownClaims([
      tested('works', 'measure: FTE, data: made-up, protocol: pairs, models: good, is: at most, value: 50%'),
      '{ id: secret, about: face-verification, statement: It is <great>., untestable: { because: It names no figure., disclose: [the figure] } }',
    ]);
    const verdicts = verdictsOf(peopleRun(), claims);
    if ('problem' in verdicts) throw new Error(verdicts.problem);
    const markup = verdictsMarkup([verdicts]);
    expect(markup).toMatch(/^<h3>2 claims: 1 \w+, 1 untestable, of &quot;Mine&quot;<\/h3>/);
    expect(markup).toContain('<strong>works</strong>');
    expect(markup).toContain('<summary>1 more claim, which no measurement here decides</summary>');
    expect(markup).toContain('It is &lt;great&gt;.');
    expect(markup).toContain('falsematch claims check mine --run DIR');
  });
});
