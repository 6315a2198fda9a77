import type { AlarmFacts } from '../deployment/alarm-facts.js';
import type { Sensitivity, SensitivityEnd } from '../deployment/sensitivity.js';
import { alarmText, chanceText, shareText } from './alarm-text.js';
import { wrap } from './wrap.js';

/** Which uncertain input matters most: both ends of each in a table, and bars of the PPV, the widest first. */
export function sensitivityLines({ sensitivity, scenarios, of }: AlarmFacts): string[] {
  const ppv = scenarios[0]?.ppv?.value;
  if (sensitivity.length === 0) {
    return wrap('No input has a range, so nothing says which of them matters most; ranges are typed VALUE:LOW..HIGH.');
  }
  const name = (input: Sensitivity['input']) => (input === 'passages' ? `${of} a day` : NAMES[input]);
  const row = (label: string, input: Sensitivity['input'], end: SensitivityEnd) => [
    label,
    input === 'passages' ? alarmText(end.input) : shareText(end.input),
    alarmText(end.falseAlarms),
    end.ppv === null ? 'no alarms' : chanceText(end.ppv),
  ];
  const several = scenarios.length > 1 ? ', searches of a passage all the same' : '';
  return [
    ...wrap(`Each uncertain input at its two ends, the others as given${several}`),
    ...columns([
      ['input', 'at', 'false alarms a day', 'PPV'],
      ...sensitivity.flatMap(({ input, low, high }) => [
        row(`${name(input)}, low`, input, low),
        row(`${name(input)}, high`, input, high),
      ]),
    ]),
    ...(ppv === undefined ? [] : bars(sensitivity, ppv, name)),
  ];
}

const NAMES = { fpir: 'FPIR', tpir: 'TPIR', listed: 'listed share' } as const;

const LONGEST_BAR = 50;

/** A bar spans the PPVs at the two ends of its input, and a stroke marks the PPV as given. */
function bars(all: readonly Sensitivity[], ppv: number, name: (input: Sensitivity['input']) => string): string[] {
  const spans = all.map(({ input, low, high }) => {
    const ends = [low.ppv ?? ppv, high.ppv ?? ppv, ppv];
    return { label: name(input), from: Math.min(...ends), to: Math.max(...ends) };
  });
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  if (from === to) return [];
  const place = (value: number) => Math.round(((value - from) / (to - from)) * LONGEST_BAR);
  const width = Math.max(...spans.map(({ label }) => label.length)) + 2;
  return [
    `  PPV from ${chanceText(from)} to ${chanceText(to)}; | is ${chanceText(ppv)}`,
    ...spans.map((span) => {
      const bar = ' '.repeat(place(span.from)) + '='.repeat(place(span.to) - place(span.from) + 1);
      const stroke = place(ppv);
      return `  ${span.label.padEnd(width)}${bar.slice(0, stroke)}|${bar.slice(stroke + 1)}`;
    }),
  ];
}

/** Columns aligned with spaces, two apart and indented; the last is not padded. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const width = (at: number) => Math.max(...rows.map((row) => row[at]?.length ?? 0));
  return rows.map(
    (row) => `  ${row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(width(at)))).join('  ')}`,
  );
}
