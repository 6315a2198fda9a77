/** What stands where a dataset does not say what a subject is, or says two things. */
export const UNKNOWN = 'unknown';

/** How tables write that they do not know, in small letters. */
const NOT_KNOWN = new Set(['', 'na', 'n/a', 'nan', 'null', 'unknown', '?', '-']);

/** An attribute's value as it is used: trimmed, and "unknown" for whatever means that nobody knows. */
export function attributeValue(text: string | undefined): string {
  const value = (text ?? '').trim();
  return NOT_KNOWN.has(value.toLowerCase()) ? UNKNOWN : value;
}
