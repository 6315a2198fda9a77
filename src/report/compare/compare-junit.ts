import { escapeMarkup } from '../escape-markup.js';
import type { ComparedRuns, SharedTask } from './compared-runs.js';
import { pairedTexts } from './paired-texts.js';
import { sharedFigures } from './shared-figures.js';
import { otherText } from './task-sections.js';

interface TestCase {
  readonly name: string;
  readonly output?: string;
  /** What of the first run the second lacks. */
  readonly failure?: string | undefined;
  /** Why the data cannot tell. */
  readonly skipped?: string | undefined;
}

/**
 * Two runs for CI, the first being the one to measure up to. A suite for each task of the first run: a case for each of
 * its systems, which fails where the second run lacks it, and a case for each paired test, which is skipped where the
 * data cannot resolve it. A difference that is shown is told in the output and is no failure, since nobody has said
 * which difference would be one: that is what claims are for.
 */
export function compareJunit(compared: ComparedRuns): string {
  const suites = compared.first.record.tasks.map(({ id, title }) => {
    const shared = compared.tasks.find(({ task }) => task.id === id);
    const cases = shared ? [...systemCases(compared, shared), ...testCases(compared, id)] : [missingTask(id)];
    return { title, cases, text: cases.map((one) => caseText(id, one)).join('\n') };
  });
  const all = suites.flatMap(({ cases }) => cases);
  const body = suites.map(
    ({ title, cases, text }) =>
      `  <testsuite name="${escapeMarkup(title)}" ${countsOf(cases)}>\n${text}\n${alteredText(compared)}  </testsuite>\n`,
  );
  const name = `${compared.first.record.suite.title}, ${compared.second.record.suite.title}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${escapeMarkup(name)}" ${countsOf(all)}>\n${body.join('')}</testsuites>\n`;
}

function missingTask(id: string): TestCase {
  return { name: 'measured by both', failure: `The second run has no task ${id}.` };
}

function systemCases(compared: ComparedRuns, shared: SharedTask): TestCase[] {
  const { differs } = shared;
  const other: TestCase[] =
    differs === undefined ? [] : [{ name: 'the same measurement in both', failure: otherText(differs) }];
  const beside = sharedFigures(compared, shared).couples.map(
    ({ firstSystem: a, secondSystem: b, figures }): TestCase => ({
      name: a === b ? `${a}, measured by both` : `${a} beside ${b}`,
      output: figures.map((figure) => `${figure.name}: A ${figure.a}, B ${figure.b}`).join('\n'),
    }),
  );
  return [...other, ...beside, ...missingSystems(compared, shared)];
}

/** Systems that the second run lacks; none where the runs have no system in common, and so are of other systems. */
function missingSystems({ first, second, sharesSystem, onlyFirst }: ComparedRuns, { task }: SharedTask): TestCase[] {
  if (!sharesSystem) return [];
  const mine = first.record.systems.filter((system) => 'reader' in system === (task.protocol === 'plates'));
  return mine
    .filter(({ name }) => onlyFirst.systems.includes(name))
    .map(({ name }) => {
      const reason = second.record.notMeasured.find(({ what }) => what === name)?.reason;
      const why = reason === undefined ? '.' : `: ${reason}`;
      return { name: `${name}, measured by both`, failure: `The second run has no system ${name}${why}` };
    });
}

function testCases({ paired }: ComparedRuns, id: string): TestCase[] {
  return paired
    .filter(({ task }) => task === id)
    .map((row): TestCase => {
      const { label, first, second, of, difference, p, verdict, mcNemar } = pairedTexts(row);
      const { firstSystem: a, secondSystem: b } = row;
      return {
        name: a === b ? `${a}: ${label}` : `${a} against ${b}: ${label}`,
        output: `A ${first}, B ${second} of ${of}\ndifference ${difference}, p ${p}\n${verdict}\nMcNemar ${mcNemar}`,
        skipped: row.unresolved === null ? undefined : verdict,
      };
    });
}

function caseText(task: string, { name, output, failure, skipped }: TestCase): string {
  const parts = [
    failure === undefined ? '' : `      <failure message="${escapeMarkup(failure)}"/>\n`,
    skipped === undefined ? '' : `      <skipped message="${escapeMarkup(skipped)}"/>\n`,
    output === undefined ? '' : `      <system-out>${escapeMarkup(output)}</system-out>\n`,
  ].join('');
  return `    <testcase classname="${escapeMarkup(task)}" name="${escapeMarkup(name)}">\n${parts}    </testcase>`;
}

function countsOf(cases: readonly TestCase[]): string {
  const having = (key: 'failure' | 'skipped') => cases.filter((one) => one[key] !== undefined).length;
  return `tests="${cases.length}" failures="${having('failure')}" skipped="${having('skipped')}"`;
}

function alteredText({ first, second }: ComparedRuns): string {
  const texts = [first, second].flatMap(({ altered }, at) =>
    altered.length === 0 ? [] : [`${'AB'[at]}: ${altered.join(', ')} changed since the run was made.`],
  );
  return texts.length === 0 ? '' : `    <system-err>${escapeMarkup(texts.join('\n'))}</system-err>\n`;
}
