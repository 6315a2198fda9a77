import { expect, it } from 'vitest';
import { watchListLines } from '../../../src/report/plates/watch-list-lines.js';
import { watchListOfRun } from '../../../src/results/plates/watch-list-of-run.js';
import { misreadRun, READS, TEXTS } from '../../support/misread-run.js';

const run = misreadRun({ texts: TEXTS, reads: READS });
const asked = { list: ['BG100A8', 'BG105A8', 'BG100AB'], platesADay: 20000, rules: ['strict'] as const };
const lines = (systems?: readonly string[], list = asked.list) =>
  watchListLines(watchListOfRun(run, { ...asked, list, ...(systems ? { systems } : {}) }));

it('says of every system what would happen, how sure it is and what it rests on', () => {
  const text = lines(['poor']);
  expect(text.slice(0, 6)).toEqual([
    'False hits on a list of 3 plates, 20,000 plates a day, 95% intervals',
    '  Misreads as measured on made-up (Made up), task drawn',
    '  Drawn by a test, not photographed.',
    '  Traffic: the true plates of the dataset itself, each as often as it occurs',
    '    there (60 plates, 60 different).',
    '',
  ]);
  expect(text.slice(6, 13)).toEqual([
    'poor, text rule strict',
    expect.stringMatching(/^ {2}chance that a passing plate is a false hit {2}0\.15% \[0\.\d+, 0\.\d+\]$/),
    expect.stringMatching(/^ {2}false hits a day {28}30 \[[\d.]+, [\d.]+\]$/),
    expect.stringMatching(/^ {2}chance of at least one a day {16}100% \[[\d.]+, 100\]$/),
    expect.stringMatching(/^ {2}plates misread, of those measured {11}20% \[[\d.]+, [\d.]+\] 12 of 60$/),
    expect.stringMatching(/^ {2}misreads measured that say a listed plate {3}9\.09% \[[\d.]+, [\d.]+\] 1 of 11$/),
    '  listed plates one such confusion apart      2 of 3 (1 pair)',
  ]);
  expect(text.join(' ').replaceAll(/\s+/g, ' ')).toContain('A confusion that was not measured counts as impossible');
});

it('stars what is not resolved, and gives the upper bound', () => {
  const text = lines(['perfect']).join(' ').replaceAll(/\s+/g, ' ');
  expect(text).toContain('false hits a day 0 [0, 1,193] * ');
  expect(text).toContain(
    '* Not resolved: no plate was misread. The upper ends are as if every misread hit the list: up to 5.96% of plates, 1,193 a day, are not excluded at 95%.',
  );
  expect(text).toContain('no unlisted plate was misread');
  const elsewhere = lines(['poor'], ['XX1']).join(' ').replaceAll(/\s+/g, ' ');
  expect(elsewhere).toContain('no confusion that was measured leads from these plates to the list');
  expect(elsewhere).toContain('* misreads that say a listed plate: no error was seen; misreads on the list up to');
});

it('says why nothing can be said', () => {
  const [text = ''] = TEXTS;
  const alone = watchListOfRun(misreadRun({ texts: [text], reads: { one: (truth) => truth } }), asked);
  expect(watchListLines(alone).join(' ').replaceAll(/\s+/g, ' ')).toContain('false hits a day not resolved * ');
  expect(watchListLines(alone).join(' ')).toContain('needs measured reads of at least two');
});

it('stays within 80 columns and lets no name steer the terminal', () => {
  const found = watchListOfRun(run, asked);
  const loud = { ...found, hits: found.hits.map((hits) => ({ ...hits, system: `\u001B[2Jpoor` })) };
  for (const line of watchListLines(loud, 'a very long name '.repeat(8))) {
    expect(line.length).toBeLessThanOrEqual(80);
    expect(line).not.toMatch(/\p{Cc}/u);
  }
});
