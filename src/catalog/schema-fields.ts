import { z } from 'zod';

/** Looks through wrappers (optional, default, prefault, nullable) to the schema inside. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  let inner = schema;
  while (
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodDefault ||
    inner instanceof z.ZodPrefault ||
    inner instanceof z.ZodNullable
  ) {
    inner = inner.unwrap();
  }
  return inner;
}

function valueAt(data: unknown, key: PropertyKey): unknown {
  return typeof data === 'object' && data !== null ? (data as Record<PropertyKey, unknown>)[key] : undefined;
}

/** The branches of a union that `data` can be meant for; a discriminated union picks by its discriminator. */
function branches(schema: z.core.$ZodType, data: unknown): z.core.$ZodType[] {
  const inner = unwrap(schema);
  if (!(inner instanceof z.ZodUnion)) return [inner];
  const all = inner.options.flatMap((option) => branches(option, data));
  if (!(inner instanceof z.ZodDiscriminatedUnion)) return all;
  const key = inner.def.discriminator;
  const chosen = all.filter(
    (option) => option instanceof z.ZodObject && z.safeParse(option.shape[key], valueAt(data, key)).success,
  );
  return chosen.length > 0 ? chosen : all;
}

/** The names of the fields that `schema` knows at `path` of `data`; empty where it does not describe an object. */
export function knownFields(schema: z.core.$ZodType, path: readonly PropertyKey[], data: unknown): string[] {
  const [key, ...rest] = path;
  const here = branches(schema, data);
  if (key === undefined) {
    return [...new Set(here.flatMap((option) => (option instanceof z.ZodObject ? Object.keys(option.shape) : [])))];
  }
  const deeper = valueAt(data, key);
  return here.flatMap((option) => {
    if (option instanceof z.ZodObject) {
      const field: z.core.$ZodType | undefined = option.shape[String(key)];
      return field ? knownFields(field, rest, deeper) : [];
    }
    if (option instanceof z.ZodArray) return knownFields(option.element, rest, deeper);
    if (option instanceof z.ZodRecord) return knownFields(option.valueType, rest, deeper);
    return [];
  });
}
