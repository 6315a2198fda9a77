import type { z } from 'zod';
import { FalsematchError, nearestName } from '../files/errors.js';
import { knownFields } from './schema-fields.js';

/** `files[0].sha256` */
function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`;
    return name === '' ? String(key) : `${name}.${String(key)}`;
  }, '');
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function at(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}

/** Of a union's branches that with the fewest unknown fields, then the fewest problems, where one is clearly meant. */
function meant(branches: readonly (readonly z.core.$ZodIssue[])[]): z.core.$ZodIssue[] {
  const unknown = (issues: readonly z.core.$ZodIssue[]) =>
    issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 0), 0);
  if (branches.every((issues) => unknown(issues) === 0)) return branches.flat();
  const [first, second] = [...branches].sort((a, b) => unknown(a) - unknown(b) || a.length - b.length);
  const clear = first && second && (unknown(first) < unknown(second) || first.length < second.length);
  return clear ? [...first] : branches.flat();
}

/** A union's failure says little; the branch that came furthest says more. */
function furthest(
  issue: z.core.$ZodIssue,
  path: readonly PropertyKey[],
): { issue: z.core.$ZodIssue; path: PropertyKey[] } {
  const here = [...path, ...issue.path];
  if (issue.code !== 'invalid_union') return { issue, path: here };
  const deeper = meant(issue.errors).map((inner) => furthest(inner, here));
  const best = deeper.reduce<(typeof deeper)[number] | undefined>(
    (found, next) => (!found || next.path.length > found.path.length ? next : found),
    undefined,
  );
  if (best && (best.path.length > here.length || best.issue.code === 'unrecognized_keys')) return best;
  return { issue, path: here };
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}

/** What zod says where a schema says nothing of its own. */
const OF_ZOD = /^(Invalid (input|option|discriminator)|Too (small|big))/;

function expectation(issue: z.core.$ZodIssue): string {
  if (!OF_ZOD.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${issue.expected}`;
    case 'invalid_value':
      return `expected ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'too_small':
      return `expected ${issue.inclusive ? 'at least' : 'above'} ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `expected ${issue.inclusive ? 'at most' : 'below'} ${issue.maximum}${unitOf(issue.origin)}`;
    case 'invalid_union': {
      const words = wordsOf(issue);
      if (words.length > 0) return `expected ${words.map((value) => JSON.stringify(value)).join(' or ')}`;
      const wishes = issue.errors.flat().map((inner) => inner.message);
      return wishes.length > 0 ? `expected one of: ${[...new Set(wishes)].join('; ')}` : issue.message;
    }
    default:
      return issue.message;
  }
}

/** Of the words that a field may have, the one that was most likely meant. */
function nearestValue(issue: z.core.$ZodIssue, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return nearestName(
    value,
    wordsOf(issue).filter((word) => typeof word === 'string'),
  );
}

/** The values that a field may have, also where it decides which fields there are besides. */
function wordsOf(issue: z.core.$ZodIssue): readonly unknown[] {
  if (issue.code === 'invalid_value') return issue.values;
  return issue.code === 'invalid_union' && 'options' in issue ? (issue.options ?? []) : [];
}

/**
 * One sentence for the first thing that is wrong with `data` against `schema`: the file, the field, what was expected,
 * what was found; an unknown field is named with the nearest known one. `where` is the file, or tells it with the line.
 */
export function schemaProblem(
  where: string | ((path: readonly PropertyKey[]) => string),
  schema: z.core.$ZodType,
  error: z.core.$ZodError,
  data: unknown,
): FalsematchError {
  const placeOf = (path: readonly PropertyKey[]) => (typeof where === 'string' ? where : where(path));
  // A field that nobody knows is often the reason why another one is missing.
  const first = error.issues.find(({ code }) => code === 'unrecognized_keys') ?? error.issues[0];
  if (!first) return new FalsematchError(`${placeOf([])} is not as expected: ${error.message}.`);
  const { issue, path } = furthest(first, []);
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    // A field that another branch of a union has is none here.
    const known = knownFields(schema, path, data).filter((name) => name !== key);
    const near = nearestName(key, known);
    const hint = near ? `did you mean "${near}"?` : `known: ${known.join(', ')}.`;
    return new FalsematchError(`${placeOf([...path, key])}: there is no field "${fieldName([...path, key])}"; ${hint}`);
  }
  const field = path.length === 0 ? 'the whole file' : `"${fieldName(path)}"`;
  const value = at(data, path);
  const expected = expectation(issue);
  // Messages about units begin with what they are about.
  const found = expected.startsWith(`"${value}" `) ? '' : `, found ${shown(value)}`;
  const near = nearestValue(issue, value);
  const end = near === undefined ? '.' : `; did you mean ${JSON.stringify(near)}?`;
  return new FalsematchError(`${placeOf(path)}: ${field}: ${expected}${found}${end}`);
}
