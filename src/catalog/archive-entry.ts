/** One file or folder of an archive, as it streams by. */
export interface ArchiveEntry {
  /** Checked by `entryPath`. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** The bytes of a file, once. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** Called for one entry after the other; "stop" ends the reading. */
export type EntryVisitor = (entry: ArchiveEntry) => Promise<'next' | 'stop'>;
