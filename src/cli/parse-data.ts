import { FalsematchError } from '../files/errors.js';

/** The datasets that `--data` names, by the keys of the suite's data. */
export function parseData(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const match = /^([^=]+)=(.+)$/.exec(pair);
      if (!match?.[1] || !match[2])
        throw new FalsematchError(`--data takes key=dataset, such as pictures=my-set, not "${pair}".`);
      return [match[1], match[2]];
    }),
  );
}
