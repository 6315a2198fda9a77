/** What a list says of one sample. */
export interface AttributeEntry {
  /** The id of the sample in the dataset that the list describes. */
  readonly sample: string;
  readonly attribute: string;
  readonly value: string;
}

/** A list as read: its entries, and how many of its lines could not be read. */
export interface AttributeEntries {
  readonly entries: readonly AttributeEntry[];
  readonly malformed: number;
}

/** Reads the texts of a list, by file name. Throws, naming the dataset, when a file is missing. */
export type AttributeListReader = (texts: ReadonlyMap<string, string>, dataset: string) => AttributeEntries;
