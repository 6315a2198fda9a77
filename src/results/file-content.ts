/** What a file of a run directory holds: text, or the bytes of an array. */
export type FileContent = string | Uint8Array;
