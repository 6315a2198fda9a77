import type { AlarmFacts } from '../deployment/alarm-facts.js';
import type { MeasuredRates } from '../deployment/rates-of-run.js';
import { isUncertain, jointLevel } from '../deployment/uncertain.js';
import { count, levelText } from '../results/figure-text.js';
import { chanceText } from './alarm-text.js';
import { oneLine } from './format.js';
import { wrap } from './wrap.js';

/** Why nobody's own chance is the one that is printed, with what a run has measured of it. */
export function clusterLines({ of }: AlarmFacts, measured: MeasuredRates | undefined): string[] {
  const [those, who] =
    of === 'faces' ? ['people', 'who looks like somebody on the list'] : ['plates', 'a plate like one on the list'];
  return [
    ...wrap(
      `Warning: false matches cluster on the same ${those}. The chance of an innocent one takes passes as independent and all ${those} as alike: ${who} sets off alarms again and again, and most others none.`,
    ),
    ...(measured ? concentrationLines(measured) : []),
  ];
}

function concentrationLines({ concentration, model }: MeasuredRates): string[] {
  if (concentration.state === 'unavailable') {
    return wrap(`This run has not measured how much: ${oneLine(concentration.reason)}.`, '  ');
  }
  const { task, at, worst } = concentration;
  return worst.flatMap(({ part, share, ends, allEnds, chance }) => {
    const byChance = chance ? `; chance alone gives ${chanceText(chance.low)} to ${chanceText(chance.high)}` : '';
    return wrap(
      `Measured for ${oneLine(model)} in the task ${oneLine(task)}, at FMR ${at}: the worst ${part} of people carry ${chanceText(share)} of the ends of false matches, ${count(ends)} of ${count(allEnds)}${byChance}.`,
      '  ',
    );
  });
}

/** What the brackets are, and how sure. */
export function rangeLines({ fpir, tpir, listed, passagesPerCamera, scenarios }: AlarmFacts): string[] {
  const uncertain = [fpir, tpir, listed, passagesPerCamera].filter(isUncertain);
  if (uncertain.length === 0) return [];
  const intervals = uncertain.filter(({ level }) => level !== null);
  const typed = intervals.length < uncertain.length;
  return wrap(
    [
      'Brackets join the ends of all that is uncertain at once, for better and for worse.',
      ...(typed ? ['Ranges that were typed in have no confidence: brackets hold if the truth is within each.'] : []),
      ...(typed ? jointText(jointLevel(intervals)) : levelTexts(scenarios[0])),
      'How alarms vary from day to day by chance is not in them.',
    ].join(' '),
  );
}

const jointText = (level: number | null): string[] =>
  level === null ? [] : [`The intervals of the rates hold at once with at least ${levelText(level)} confidence.`];

function levelTexts(scenario: AlarmFacts['scenarios'][number] | undefined): string[] {
  const parts = [
    ['false alarms', scenario?.perDay.falseAlarms],
    ['true ones', scenario?.perDay.trueAlarms],
    ['what rests on both, such as PPV,', scenario?.ppv],
  ] as const;
  const texts = parts.flatMap(([what, figure]) =>
    figure?.level == null ? [] : [`${what} with at least ${levelText(figure.level)} confidence`],
  );
  return texts.length === 0 ? [] : [`They hold for ${texts.join(', ')} (Bonferroni).`];
}
