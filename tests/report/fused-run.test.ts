import { expect, it } from 'vitest';
import { markdownReport } from '../../src/report/markdown-report.js';
import { measuredSection } from '../../src/report/measured-section.js';
import { summaryLines } from '../../src/report/summary.js';
import { verifyRun } from '../../src/report/verify-run.js';
import { readRun } from '../../src/results/read-run.js';
import { edit } from '../support/edit-run.js';
import { fusedRun, fusedTables, LEFT_OUT, PICTURES_EACH } from '../support/fused-run.js';
import { writeRun } from '../support/run-folder.js';

const RUN = fusedRun();
const PICTURES = PICTURES_EACH * (fusedTables().templates?.length ?? 0);

it('is read back as it was written, and its figures follow from it', async () => {
  const folder = writeRun(RUN);
  expect((await readRun(folder)).tables).toEqual(RUN.tables);
  expect(await verifyRun(folder)).toMatchObject({ altered: [], wrong: [] });
});

it('is not verified once a picture that failed was taken out', async () => {
  const folder = writeRun(RUN);
  edit(folder, 'scores/view/made-model/left-out.csv', (text) => text.replace(/s8.*\n/, ''));
  const { altered, wrong } = await verifyRun(folder);
  expect(altered).toContain('scores/view/made-model/left-out.csv');
  expect(wrong.join('\n')).toMatch(/FTE-pictures.*: stored .*5 of \d+.*, recomputed .*4 of \d+/);
  const whole = fusedRun(
    fusedTables([...LEFT_OUT, ...['a', 'c'].map((name) => ({ ...leftOutOf('s0/1.jpg'), picture: name }))]),
  );
  expect((await verifyRun(writeRun(whole))).wrong).toEqual([
    'view: made-model: 1 templates are said to be there, and all of their pictures failed',
  ]);
});

const leftOutOf = (template: string) => ({ template, failure: 'no-face' });

it('shows how many pictures were left out of templates, of how many, beside the templates that failed', () => {
  const text = summaryLines(RUN).join('\n');
  expect(text).toMatch(/no template \(FTE\) +1\.\d+% \[.*\] 1 of \d+/);
  expect(text).toMatch(new RegExp(`picture left out of a template +\\d\\.\\d+% \\[.*\\] 5 of ${PICTURES}`));
  expect(text).toContain('Not readable as a picture, and left out of their templates: s8/1/c.jpg.');
  expect(text).not.toContain('counted as failed');
  expect(markdownReport(RUN)).toContain('picture left out of a template');
});

it('names them, and why', () => {
  expect(measuredSection(RUN).tables.at(-1)).toEqual({
    columns: ['pictures left out of templates', 'system', 'how many', 'which'],
    rows: [
      ['Made-up view: missing', 'made-model', '1', 's8/1/c.jpg'],
      ['Made-up view: no-face', 'made-model', '4', 's4/2/a.jpg, s4/2/b.jpg, s4/2/c.jpg, s0/1/b.jpg'],
    ],
  });
});
