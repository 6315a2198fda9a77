/** One picture of a dataset. */
export interface Sample {
  /** Unique within the dataset: the path below the layout's root, with forward slashes. */
  readonly id: string;
  /** Absolute path; absent when a manifest names a picture that is not there. */
  readonly path?: string;
  readonly sha256?: string;
  /** The person or vehicle; absent where the dataset does not say. */
  readonly subject?: string;
  /** What else the dataset says of it, as it says it. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** A file of a dataset as found on disk: path below the dataset's folder, with forward slashes. */
export interface DatasetFile {
  readonly path: string;
  readonly sha256: string;
}
