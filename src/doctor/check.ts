/** How something stands: a warning costs a feature or a comfort, a failure is essential. */
export type CheckState = 'ok' | 'warning' | 'failure';

/** What a check found. */
export interface Finding {
  readonly state: CheckState;
  /** What is there, in words. */
  readonly text: string;
  /** How to mend it; always there unless all is well. */
  readonly mend?: string;
  /** The same for programs. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** What checks look at besides the machine. */
export interface Looked {
  /** The home folder's path, there or not. */
  readonly home: string;
  /** The mirror that is named, if one is. */
  readonly mirror?: string | undefined;
}

/** One thing that falsematch needs. Asks nothing of the network and leaves nothing behind. */
export interface Check {
  readonly name: string;
  readonly look: (at: Looked) => Finding | Promise<Finding>;
}
