/** What is told while files are obtained, for a progress bar and for the log. */
export type ObtainEvent =
  /** A download is about to begin: what, from where, how large (when known). */
  | { readonly kind: 'download'; readonly file: string; readonly from: string; readonly bytes?: number }
  /** Bytes of a file, or pictures of a dataset that is made here. */
  | {
      readonly kind: 'progress';
      readonly file: string;
      readonly received: number;
      readonly total?: number;
      /** What is counted; absent: bytes. */
      readonly unit?: 'bytes' | 'pictures';
    }
  | { readonly kind: 'warning'; readonly message: string };

export type ObtainListener = (event: ObtainEvent) => void;
