import { count } from '../../results/figure-text.js';
import type { SpeedReport, SystemSpeed } from '../../speed/speed-report.js';
import { wrap } from '../wrap.js';
import { latencyTable, throughputTable } from './speed-tables.js';
import { warningText } from './warning-text.js';

/** What a terminal shows of a speed report: within 80 columns, with what the figures are not. */
export function speedLines(report: SpeedReport): string[] {
  const { suite, settings, environment, datasets, systems, notMeasured } = report;
  const { processor, cores, node, loadBefore } = environment;
  const sources = datasets.map(({ key, name }) => (key === name ? name : `${name} (${key})`)).join(', ');
  const seen = settings.condition ? ` Every picture goes through ${settings.condition.name} first.` : '';
  const load = loadBefore === undefined ? '' : `, load average ${loadBefore.toFixed(2)} before`;
  return [
    ...wrap(`Speed of the systems of suite ${suite.name}`),
    ...wrap(`Measured on ${processor}, ${cores} ${cores === 1 ? 'core' : 'cores'}, Node ${node}${load}.`),
    ...wrap(`Pictures of ${sources}; ${roundsText(settings.rounds)}.${seen}`),
    ...systems.flatMap((system) => ['', ...systemLines(system)]),
    ...(notMeasured.length > 0 ? [''] : []),
    ...notMeasured.flatMap(({ what, reason }) => wrap(`Not measured: ${what} (${reason}).`)),
    '',
    ...wrap(
      'Speed of this machine in these minutes. Another machine, or the same one with other work, gives other figures; compare only what was measured in turn on one. Nothing here says how often a system is wrong.',
    ),
  ];
}

function systemLines(system: SystemSpeed): string[] {
  const models = system.models.map(
    ({ role, name, bytes, precision, placement: { device, runsOn } }) =>
      `${role} ${name} (${megabytes(bytes)} MB, ${precision}, ${[...new Set([device, ...runsOn])].join(' ')})`,
  );
  const head = [...wrap(system.name), ...wrap(models.join(', '), '  '), ...wrap(picturesText(system), '  ')];
  if (system.state === 'no-result') {
    return [...head, ...wrap(`Not timed: none of them gave ${what(system)}.`, '  ')];
  }
  return [
    ...head,
    '',
    ...latencyTable(system.latency),
    '',
    ...throughputTable(system.throughput, system.scaling, what(system)),
    ...(system.warnings.length > 0 ? [''] : []),
    ...system.warnings.flatMap((warning) => wrap(`Warning: ${warningText(warning)}`, '  ')),
  ];
}

function picturesText({ pictures, failures }: SystemSpeed): string {
  const reasons = Object.entries(failures).map(([reason, times]) => `${reason} ${count(times)}`);
  const failed = Object.values(failures).reduce((sum, times) => sum + times, 0);
  const told = failed > 0 ? `, ${count(failed)} of them without a result (${reasons.join(', ')})` : '';
  return `${count(pictures)} ${pictures === 1 ? 'picture' : 'pictures'}${told}`;
}

function roundsText(rounds: number): string {
  return rounds === 1 ? 'one round' : `${count(rounds)} rounds, in which what is compared takes turns`;
}

function what({ kind }: SystemSpeed): string {
  return kind === 'plates' ? 'plates read' : 'templates';
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toPrecision(3);
}
