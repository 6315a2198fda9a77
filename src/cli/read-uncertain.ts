import type { GivenNumber } from '../deployment/uncertain.js';
import { FalsematchError } from '../files/errors.js';

/**
 * A number as it was typed, alone or with its range: "5000", "0.3%", "1/6000", "1/6000:1/9000..1/4000". `what` begins the
 * sentence of the error.
 */
export function readUncertain(text: string, what: string): GivenNumber {
  const [, value = '', low, high] = /^([^:]*)(?::(.*?)\.\.(.*))?$/.exec(text.trim()) ?? [];
  if (low === undefined || high === undefined) return readFraction(value === '' ? text : value, { what, text });
  return {
    value: readFraction(value, { what, text }),
    low: readFraction(low, { what, text }),
    high: readFraction(high, { what, text }),
  };
}

/** A number alone, in any of these ways: "0.003", "3e-3", "0.3%", "3/1000". */
export function readExact(text: string, what: string): number {
  return readFraction(text, { what, text });
}

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

function readFraction(part: string, { what, text }: { readonly what: string; readonly text: string }): number {
  const [, top = '', bottom, percent] = /^([^/%]*)(?:\/([^/%]*))?(%?)$/.exec(part.trim()) ?? [];
  if (!NUMBER.test(top.trim()) || (bottom !== undefined && !NUMBER.test(bottom.trim()))) {
    throw new FalsematchError(
      `${what} takes a number such as 0.003, 0.3% or 1/6000, or one with its range, 1/6000:1/9000..1/4000; found "${text}".`,
    );
  }
  const divisor = Number(bottom ?? 1);
  if (divisor === 0) throw new FalsematchError(`${what} divides by zero, found "${text}"; write 0 if none is meant.`);
  return Number(top) / divisor / (percent ? 100 : 1);
}
