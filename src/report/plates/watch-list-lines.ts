import type { Estimate } from '../../metrics/rate.js';
import { count, levelText, percent } from '../../results/figure-text.js';
import { estimateCells } from '../../results/metric-rows.js';
import type { RunWatchList, SystemHits } from '../../results/plates/watch-list-of-run.js';
import { oneLine, rateText } from '../format.js';
import { type Labelled, labelledLines } from '../labelled-lines.js';
import { wrap } from '../wrap.js';

/** What `falsematch plates watch-list` prints; `traffic` names the plates that pass where they are not the dataset's own. */
export function watchListLines(found: RunWatchList, traffic?: string): string[] {
  const { task, dataset, platesADay, hits } = found;
  const [listed = 0] = hits.map(({ near }) => near.ofPlates);
  return [
    `False hits on a list of ${plates(listed)}, ${plates(platesADay)} a day, ${levelText(task.level)} intervals`,
    ...wrap(`Misreads as measured on ${datasetText(dataset)}, task ${oneLine(task.id)}`, '  '),
    ...(task.caveat ? wrap(oneLine(task.caveat), '  ') : []),
    ...wrap(`Traffic: ${trafficText(found, traffic)}.`, '  '),
    '',
    ...hits.flatMap((one) => [...hitLines(one), '']),
    ...wrap(ASSUMED),
    ...wrap(
      `The plates read are the pictures of ${oneLine(dataset.name)}: other cameras, places and weathers misread otherwise.`,
    ),
  ];
}

const ASSUMED =
  'A false hit is a plate that is not on the list and is read as one that is. A confusion that was not measured counts as impossible, so rare ones are missing. Characters are taken as misread independently of each other and of their place, and passing plates as independent of each other. Texts read off what is no plate are not counted.';

function datasetText({ name, title, drawn }: RunWatchList['dataset']): string {
  const named = name === title ? oneLine(name) : `${oneLine(name)} (${oneLine(title)})`;
  return drawn ? `${named}, drawn and not photographed` : named;
}

function trafficText({ ownTraffic }: RunWatchList, traffic: string | undefined): string {
  if (!ownTraffic) return oneLine(traffic ?? 'as given');
  const { passages, texts } = ownTraffic;
  return `the true plates of the dataset itself, each as often as it occurs there (${plates(passages)}, ${count(texts)} different)`;
}

const LABEL_WIDTH = 41;

function hitLines(hits: SystemHits): string[] {
  const { system, rule, perPlate, expectedADay, anyADay, misread, near } = hits;
  const figures: Labelled[] = [
    ['chance that a passing plate is a false hit', shareText(perPlate)],
    ['false hits a day', timesText(expectedADay)],
    ['chance of at least one a day', shareText(anyADay)],
    ['plates misread, of those measured', countedText(misread)],
    ['misreads measured that say a listed plate', onListText(hits)],
    [
      'listed plates one such confusion apart',
      `${count(near.plates)} of ${count(near.ofPlates)} (${count(near.pairs)} ${near.pairs === 1 ? 'pair' : 'pairs'})`,
    ],
  ];
  return [
    `${oneLine(system)}, text rule ${rule}`,
    ...labelledLines(figures, LABEL_WIDTH + 3),
    ...notesOf(hits).flatMap((note) => wrap(`* ${note}`, '  ')),
  ];
}

function notesOf({ perPlate, expectedADay, misread, misreadsOnList }: SystemHits): string[] {
  if (perPlate.state === 'unavailable') return [perPlate.reason];
  const notes: string[] = [];
  let saysMisread = false;
  if (perPlate.state === 'unresolved' && expectedADay.state === 'unresolved') {
    const { reason, upperBound, level } = perPlate.floor;
    saysMisread = reason === 'few-errors' || misread.errors === 0;
    const why =
      reason === 'few-errors'
        ? 'fewer than five vehicles were misread'
        : misread.errors === 0
          ? 'no plate was misread'
          : 'no confusion that was measured leads from these plates to the list';
    notes.push(
      `Not resolved: ${why}. The upper ends are as if every misread hit the list: up to ${percent(upperBound)} of plates, ${times(expectedADay.floor.upperBound)} a day, are not excluded at ${levelText(level)}.`,
    );
  }
  const rates = [
    ...(saysMisread ? [] : [['plates misread', misread] as const]),
    ['misreads that say a listed plate', misreadsOnList] as const,
  ];
  for (const [name, rate] of rates) {
    const { resolvable = 'yes' } = rate.trials === 0 ? {} : estimateCells(rate);
    if (resolvable !== 'yes') notes.push(`${name}: ${resolvable.replace(/^no: /, '')}.`);
  }
  return notes;
}

function onListText({ misreadsOnList }: SystemHits): string {
  return misreadsOnList.trials === 0 ? 'no unlisted plate was misread' : countedText(misreadsOnList);
}

function countedText(rate: SystemHits['misread']): string {
  return rateText({ low: null, high: null, resolvable: 'yes', ...rate, ...estimateCells(rate) });
}

function shareText(estimate: Estimate): string {
  const none = { value: null, low: null, high: null, errors: null, trials: null, resolvable: 'yes' };
  return rateText({ ...none, ...estimateCells(estimate) });
}

/** "0.613 [0.2, 1.51] *" */
function timesText({ value, interval, state }: Estimate): string {
  if (value === null) return 'not resolved *';
  return `${times(value)} [${times(interval.low)}, ${times(interval.high)}]${state === 'resolved' ? '' : ' *'}`;
}

/** A number of times a day in three digits. */
function times(value: number): string {
  if (value >= 1000) return count(Math.round(value));
  return value > 0 && value < 0.001 ? value.toExponential(1) : String(Number(value.toPrecision(3)));
}

function plates(number: number): string {
  return `${count(number)} ${number === 1 ? 'plate' : 'plates'}`;
}
