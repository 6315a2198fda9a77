import type { ModelCard } from './model-card.js';

/** What a card says for people to read, or of where its file is. */
const FOR_PEOPLE = new Set([
  'name',
  'title',
  'description',
  'file',
  'licence',
  'trainedOn',
  'published',
  'notes',
  'companions',
]);

/** What of a card decides what its model gives, but for its companions: everything that is not for people, and the digest of its file. */
export function decidingFields(card: ModelCard): Readonly<Record<string, unknown>> {
  const rest = Object.entries(card).filter(([key]) => !FOR_PEOPLE.has(key));
  return { ...Object.fromEntries(rest), sha256: card.file.sha256 };
}

/** The same with the digests of its companions. */
export function decidingParts(card: ModelCard): Readonly<Record<string, unknown>> {
  return { ...decidingFields(card), companions: card.companions.map(({ sha256 }) => sha256) };
}
