import type { Run } from '../results/run-files.js';
import { claimSuite } from './claims/claim-junit.js';
import { escapeMarkup } from './escape-markup.js';
import { headline } from './headline.js';
import type { ReportInput } from './report-input.js';

/**
 * `junit.xml` for CI: one test case for each system of each task that was measured, with its figures as output, and one
 * skipped case for whatever the suite names and the run could not measure. Claims that are held against the run follow:
 * one that is contradicted is a failure.
 */
export function junitReport(run: Pick<Run, 'record' | 'rows'> & Pick<ReportInput, 'verdicts'>): string {
  const { record, verdicts = [] } = run;
  const suites = headline(run).map(({ task, systems }) => {
    const cases = systems.map(({ name, figures }) => {
      const output = figures.map(({ name: figure, text }) => `${figure}: ${text}`).join('\n');
      return `    <testcase classname="${escapeMarkup(task.id)}" name="${escapeMarkup(name)}">\n      <system-out>${escapeMarkup(output)}</system-out>\n    </testcase>`;
    });
    const skipped = record.notMeasured.map(
      ({ what, reason }) =>
        `    <testcase classname="${escapeMarkup(task.id)}" name="${escapeMarkup(what)}">\n      <skipped message="${escapeMarkup(reason)}"/>\n    </testcase>`,
    );
    const counts = `tests="${cases.length + skipped.length}" failures="0" skipped="${skipped.length}"`;
    return `  <testsuite name="${escapeMarkup(task.title)}" ${counts}>\n${[...cases, ...skipped].join('\n')}\n  </testsuite>`;
  });
  const claims = verdicts.map((one) => ('problem' in one ? unheldSuite(one) : claimSuite(one.checked)));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${escapeMarkup(record.suite.title)}">\n${[...suites, ...claims].join('\n')}\n</testsuites>\n`;
}

/** A file that cannot be held against the run is no failure of the run, and nothing to keep quiet about. */
function unheldSuite({ file, problem }: { readonly file: string; readonly problem: string }): string {
  const message = escapeMarkup(`The claims cannot be held against this run: ${problem}`);
  return `  <testsuite name="${escapeMarkup(file)}" tests="1" failures="0" skipped="1">\n    <testcase classname="claims" name="${escapeMarkup(file)}">\n      <skipped message="${message}"/>\n    </testcase>\n  </testsuite>`;
}
