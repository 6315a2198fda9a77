/** One comparison of a pair list: two sample ids, what the list says they are, and the fold it belongs to. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly mated: boolean;
  /** 0, 1, ...; absent when the list has no folds. */
  readonly fold?: number;
}

/** A format of pair lists of several files. */
export interface PairFolderFormat {
  /** Whether a file is a part of the list; `path` is below the list's folder, with forward slashes. */
  readonly reads: (path: string) => boolean;
  /** Reads the texts of these files, by path; `name` is the folder's, for messages. Throws as `PairListReader` does. */
  readonly read: (texts: ReadonlyMap<string, string>, name: string) => Pair[];
}

/** Reads the text of a pair list; `name` is used in messages. Throws with the line for whatever cannot be read. */
export type PairListReader = (text: string, name: string) => Pair[];
