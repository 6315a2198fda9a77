/** What a pickle of a pack may hold. Nothing in it is ever called: a name of Python stays a name. */
export type PickleValue =
  | Uint8Array
  | string
  | number
  | boolean
  | null
  | { readonly kind: 'list'; readonly items: PickleValue[] }
  | { readonly kind: 'tuple'; readonly items: readonly PickleValue[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'dtype' }
  | PickledArray;

/** An array of bytes that numpy wrote; its bytes are told after it. */
export interface PickledArray {
  readonly kind: 'array';
  bytes: Uint8Array | undefined;
}

/** The text of a string of Python 3, or of one of Python 2, which has bytes; undefined for anything else. */
export function textOf(value: PickleValue | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : undefined;
}

/** The items of a tuple; undefined for anything else. */
export function tupleOf(value: PickleValue | undefined): readonly PickleValue[] | undefined {
  return isObject(value) && value.kind === 'tuple' ? value.items : undefined;
}

/** Whether a value is one of those with a kind. */
export function isObject(value: PickleValue | undefined): value is Extract<PickleValue, { kind: string }> {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
