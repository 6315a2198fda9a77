import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { markdownReport } from '../../src/report/markdown-report.js';
import { summaryLines } from '../../src/report/summary.js';
import { platesRun } from '../support/plates-run.js';

it('look', () => {
  const run = platesRun();
  console.log(summaryLines(run).join('\n'));
  writeFileSync('/tmp/look.md', markdownReport(run));
});
