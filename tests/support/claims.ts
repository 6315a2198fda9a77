import { parseYamlLines } from '../../src/catalog/read-yaml.js';
import { claimFileSchema } from '../../src/claims/claim-schema.js';
import type { ReadClaims } from '../../src/claims/read-claims.js';

/** A claim file as it would be read, from its text. */
export function claimsOf(text: string): ReadClaims {
  const { data, placeOf } = parseYamlLines(text, 'mine.yaml', claimFileSchema);
  return {
    path: 'mine.yaml',
    digest: 'c'.repeat(64),
    file: data,
    placeOf: (claim, ...field) => placeOf(['claims', claim, ...field]),
  };
}

/** A claim file of one's own with these claims, one a line. */
export const ownClaims = (claims: readonly string[], head = 'suite: mine') =>
  claimsOf(`title: Mine\nsource: own\n${head}\nclaims:\n${claims.map((claim) => `  - ${claim}`).join('\n')}\n`);

/** A claim that is a test. */
export const tested = (id: string, test: string, about = 'face-verification') =>
  `{ id: ${id}, about: ${about}, statement: It works., test: { ${test} } }`;
