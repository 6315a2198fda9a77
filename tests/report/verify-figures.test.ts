import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reportFiles } from '../../src/report/report-files.js';
import { verifyRun } from '../../src/report/verify-run.js';
import { edit } from '../support/edit-run.js';
import { madeUpRun } from '../support/run.js';
import { writeRun } from '../support/run-folder.js';

const RUN = madeUpRun();
const FIGURES = [...reportFiles(RUN).keys()].filter((path) => path.startsWith('figures/'));

it('tells of a figure whose drawing or numbers were changed', async () => {
  expect(FIGURES.length).toBeGreaterThan(3);
  for (const path of FIGURES.slice(0, 4)) {
    const folder = writeRun(RUN);
    edit(folder, path, (text) => text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)));
    expect(await verifyRun(folder)).toMatchObject({
      altered: [],
      wrong: [`${path}: not what this run's figures give`],
    });
  }
});

it('tells of a figure that is missing, and of one that is too many', async () => {
  const folder = writeRun(RUN);
  const [first = ''] = FIGURES;
  rmSync(join(folder, first));
  writeFileSync(join(folder, 'figures', 'det-more.svg'), '<svg/>');
  expect(await verifyRun(folder)).toMatchObject({ altered: ['figures/det-more.svg'], wrong: [`${first}: missing`] });
});

it('does not know the figures of another version, and says that it compared none', async () => {
  const folder = writeRun(madeUpRun((record) => ({ ...record, tool: { ...record.tool, version: '0.0.1' } })));
  writeFileSync(join(folder, 'figures', 'det-more.svg'), '<svg/>');
  writeFileSync(join(folder, 'more.svg'), '<svg/>');
  const { altered, wrong, unchecked } = await verifyRun(folder);
  expect([altered, wrong, unchecked.length]).toEqual([['more.svg'], [], 1]);
});
