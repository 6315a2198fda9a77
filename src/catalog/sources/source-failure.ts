/** Why one place did not give the file; the next place is tried. Its message is the end of a sentence. */
export class SourceFailure extends Error {
  override readonly name = 'SourceFailure';
}
