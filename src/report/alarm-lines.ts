import type { AlarmFacts, ListPrediction } from '../deployment/alarm-facts.js';
import type { AlarmScenario, NeededFpir } from '../deployment/alarm-scenario.js';
import type { MeasuredRates } from '../deployment/rates-of-run.js';
import type { Uncertain } from '../deployment/uncertain.js';
import { count } from '../results/figure-text.js';
import { trialsToBound } from '../statistics/trials-to-bound.js';
import { clusterLines, rangeLines } from './alarm-notes.js';
import { alarmText, chanceText, rangeText, rateRangeText, shareText } from './alarm-text.js';
import { oneLine, rateText } from './format.js';
import { type Labelled, labelledLines } from './labelled-lines.js';
import { searchUnit } from './search-text.js';
import { sensitivityLines } from './sensitivity-lines.js';
import { wrap } from './wrap.js';

const LABELS = 37;

/** What the terminal shows of the alarms of a deployment; `measured`: the run that its rates are from. */
export function alarmLines(facts: AlarmFacts, measured?: MeasuredRates): string[] {
  return [
    ...wrap(deploymentText(facts)),
    ...labelledLines(rateRows(facts, measured), LABELS),
    ...(measured ? measuredLines(measured) : []),
    ...facts.scenarios.flatMap((scenario) => ['', ...scenarioLines(scenario, facts)]),
    ...(facts.prediction ? ['', ...predictionLines(facts.prediction, facts)] : []),
    '',
    ...sensitivityLines(facts),
    '',
    ...clusterLines(facts, measured),
    ...rangeLines(facts),
    ...wrap(
      'It is taken that FPIR and TPIR hold for the people and pictures of these cameras. Numbers are those to expect in the long run; a year has 365 days.',
    ),
  ];
}

function deploymentText({ cameras, of, passagesPerCamera, passagesPerDay, listed, ...work }: AlarmFacts): string {
  const kind = of === 'faces' ? 'person' : 'plate';
  const passages = `${rangeText(passagesPerCamera, count)} ${of} a camera a day: ${rangeText(passagesPerDay, count)} passages a day, ${rangeText(listed, shareText)} of them of a listed ${kind}`;
  return `${plural(cameras, 'camera')}, ${passages}; ${plural(work.operators, 'operator')} at a time, ${plural(work.hours, 'hour')} a day`;
}

const plural = (number: number, what: string) => `${count(number)} ${what}${number === 1 ? '' : 's'}`;

function rateRows({ fpir, tpir, listSize }: AlarmFacts, measured: MeasuredRates | undefined): Labelled[] {
  const size = measured?.listSize ?? listSize;
  const rate = (typed: Uncertain, row: MeasuredRates['fpir'] | undefined) =>
    row ? rateText(row) : rateRangeText(typed);
  return [
    ['FPIR, share of searches for others', rate(fpir, measured?.fpir)],
    ['TPIR, share of searches for listed', rate(tpir, measured?.tpir)],
    ...(size === null ? [] : [['size of the list they are for', count(size)] satisfies Labelled]),
  ];
}

function measuredLines({ task, model, at, fpir, tpir }: MeasuredRates): string[] {
  const set =
    fpir.calibration === 'self' ? 'that these same searches have set' : `that ${oneLine(fpir.calibration)} has set`;
  const notes = [fpir, tpir].flatMap(({ resolvable }) => (resolvable === 'yes' ? [] : [resolvable]));
  return [
    ...wrap(
      `Measured: ${oneLine(model)}, task ${oneLine(task.id)} (${oneLine(task.title)}), at a threshold for FPIR ${at} ${set}. ${searchUnit(task.search)} Failures are counted.`,
      '  ',
    ),
    ...(task.caveat ? wrap(oneLine(task.caveat), '  ') : []),
    ...[...new Set(notes)].flatMap((note) => wrap(`* not resolved: ${note.replace(/^no: /, '')}`, '  ')),
  ];
}

function scenarioLines(scenario: AlarmScenario, facts: AlarmFacts): string[] {
  const { searchesPerPassage: times, falseSearchesPerDay } = facts;
  const { perDay, perYear, perCamera, perOperatorHour, perPassage, ppv, innocent } = scenario;
  const alarms = (number: Uncertain) => rangeText(number, alarmText);
  const headings = {
    single: 'Alarms to expect, one search a passage',
    alike: `If the ${times} searches of a passage all said the same, one alarm a passage`,
    independent: `If the ${times} searches of a passage were independent, one alarm a passage`,
  };
  const several: Labelled[] =
    scenario.searches === 'single'
      ? []
      : [
          ['searches with a false alarm a day', alarms(falseSearchesPerDay)],
          ['FPIR of a whole passage', rateRangeText(perPassage.fpir)],
          ['TPIR of a whole passage', rateRangeText(perPassage.tpir)],
        ];
  return [
    headings[scenario.searches],
    ...labelledLines(
      [
        ...several,
        ['false alarms a day', alarms(perDay.falseAlarms)],
        ['true alarms a day', alarms(perDay.trueAlarms)],
        ['listed passages missed a day', alarms(perDay.missed)],
        ['false alarms a year', alarms(perYear.falseAlarms)],
        ['true alarms a year', alarms(perYear.trueAlarms)],
        ['false alarms a camera a day', alarms(perCamera.falseAlarms)],
        ['alarms an operator an hour', alarms(perOperatorHour)],
        ['true alarms among all alarms (PPV)', ppv === null ? 'no alarms' : rangeText(ppv, chanceText)],
        ...neededRows((target) => `a PPV of ${shareText(target)}`, scenario.neededForPpv),
        ...neededRows((target) => `${alarmText(target)} false alarms a day`, scenario.neededForBudget),
      ],
      LABELS,
    ),
    ...wrap(`One innocent who passes ${count(innocent.passes)} times a year, as if passes were independent`),
    ...labelledLines([['sets off at least one false alarm', rangeText(innocent.chance, chanceText)]], LABELS),
  ];
}

/** The FPIR that something takes, and how many searches without an alarm would show it. */
function neededRows(what: (target: number) => string, needed: NeededFpir | null): Labelled[] {
  if (needed === null) return [];
  const { fpir, target } = needed;
  const label = `FPIR for ${what(target)}`;
  if (fpir === null) return [[label, 'none gives it: no true alarm is expected']];
  if (fpir.value >= 1) return [[label, 'any']];
  if (fpir.value < LEAST_SHOWN) return [[label, rateRangeText(fpir)]];
  return [
    [label, rateRangeText(fpir)],
    ['  shown by searches without an alarm', `${count(trialsToBound(fpir.value))}, with 95% confidence`],
  ];
}

/** Nobody makes more searches than its inverse. */
const LEAST_SHOWN = 1e-12;

function predictionLines(predicted: ListPrediction, { searchesPerPassage }: AlarmFacts): string[] {
  const { listSize, measuredListSize, fpir, ...of } = predicted;
  const single = searchesPerPassage === 1 ? '' : ', and with one search a passage';
  return [
    ...wrap(
      `Warning: FPIR is of a list of ${count(measuredListSize)}, and this list has ${count(listSize)}. Predicted for it, at the same threshold, as if the comparisons of a search were independent${single}:`,
    ),
    ...labelledLines(
      [
        ['FPIR, predicted', rateRangeText(fpir)],
        ['false alarms a day', rangeText(of.falseAlarmsPerDay, alarmText)],
        ['true alarms among all alarms (PPV)', of.ppv === null ? 'no alarms' : rangeText(of.ppv, chanceText)],
      ],
      LABELS,
    ),
    ...wrap(
      listSize > measuredListSize
        ? 'People who are like many on the list make the true figure smaller.'
        : 'People who are like many on the list make the true figure larger.',
      '  ',
    ),
  ];
}
