import { type AlarmInputs, type ExpectedAlarms, expectedAlarms } from './expected-alarms.js';
import { isUncertain, type Uncertain } from './uncertain.js';

/** What an input is at one of its ends, and what follows when the others stay at their values. */
export interface SensitivityEnd extends Pick<ExpectedAlarms, 'falseAlarms' | 'ppv'> {
  readonly input: number;
}

/** One bar of the tornado. */
export interface Sensitivity {
  readonly input: keyof AlarmInputs;
  readonly low: SensitivityEnd;
  readonly high: SensitivityEnd;
}

/**
 * Which uncertain input matters most: each is moved to its low and its high end while the others stay at their values.
 * The one that moves the PPV most comes first, and among equals the one that moves the false alarms most.
 */
export function sensitivityOf(inputs: Readonly<Record<keyof AlarmInputs, Uncertain>>): Sensitivity[] {
  const { passages, listed, fpir, tpir } = inputs;
  const values = { passages: passages.value, listed: listed.value, fpir: fpir.value, tpir: tpir.value };
  const at = (input: keyof AlarmInputs, end: 'low' | 'high'): SensitivityEnd => {
    const moved = inputs[input][end];
    const { falseAlarms, ppv } = expectedAlarms({ ...values, [input]: moved });
    return { input: moved, falseAlarms, ppv };
  };
  return INPUTS.filter((input) => isUncertain(inputs[input]))
    .map((input) => ({ input, low: at(input, 'low'), high: at(input, 'high') }))
    .sort((a, b) => swing(b, 'ppv') - swing(a, 'ppv') || swing(b, 'falseAlarms') - swing(a, 'falseAlarms'));
}

const INPUTS = ['fpir', 'tpir', 'listed', 'passages'] as const satisfies (keyof AlarmInputs)[];

const swing = ({ low, high }: Sensitivity, of: 'ppv' | 'falseAlarms'): number =>
  Math.abs((high[of] ?? 0) - (low[of] ?? 0));
