/** One picture of a search list, with the subject that the list says it shows. */
export interface ListedSample {
  readonly sample: string;
  readonly subject: string;
}

/** One division of a dataset for searches: what is enrolled, and what is searched with. */
export interface SearchSplit {
  readonly name: string;
  readonly gallery: readonly ListedSample[];
  /** Mated when the gallery holds the subject, non-mated otherwise. */
  readonly probes: readonly ListedSample[];
  /** What systems may be trained and thresholds be set on: people who are neither enrolled nor searched for. */
  readonly training: readonly ListedSample[];
}

/** A format of published splits. */
export interface SplitsFormat {
  /** Whether a file is a part of the list; `path` is below the list's root, with forward slashes. */
  readonly reads: (path: string) => boolean;
  /** Whether the paths of the files say everything, so that their texts are left unread and empty. */
  readonly namesOnly?: true;
  /**
   * Reads the texts of these files, by path; `name` is the root's, for messages. Throws with the file and the entry for
   * whatever cannot be read.
   */
  readonly read: (texts: ReadonlyMap<string, string>, name: string) => SearchSplit[];
}
