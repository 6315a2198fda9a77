/** One comparison of a pair list: two sample ids, what the list says they are, and the fold it belongs to. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly mated: boolean;
  /** 0, 1, ...; absent when the list has no folds. */
  readonly fold?: number;
}

/** Reads the text of a pair list; `name` is used in messages. Throws with the line for whatever cannot be read. */
export type PairListReader = (text: string, name: string) => Pair[];
