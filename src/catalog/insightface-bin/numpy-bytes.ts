import { isObject, type PickledArray, type PickleValue, textOf, tupleOf } from './pickle-value.js';

const MODULES = ['numpy.core', 'numpy._core'];
const RECONSTRUCT = MODULES.map((module) => `${module}.multiarray._reconstruct`);
const FROM_BUFFER = MODULES.map((module) => `${module}.numeric._frombuffer`);

/**
 * The names of Python that a pack may hold: those with which numpy writes an array of bytes (OpenCV's `imencode` gives
 * one, and insightface packs it), and that with which Python 3 writes bytes for Python 2.
 */
export const KNOWN_NAMES: ReadonlySet<string> = new Set([
  ...RECONSTRUCT,
  ...FROM_BUFFER,
  'numpy.ndarray',
  'numpy.dtype',
  '_codecs.encode',
]);

/**
 * What a name applied to arguments stands for, told by its shape alone: an empty array whose bytes follow, the type
 * uint8, bytes. Undefined for every other shape.
 */
export function appliedName(name: string, args: readonly PickleValue[]): PickleValue | undefined {
  const [first, second, third, fourth] = args;
  if (RECONSTRUCT.includes(name)) {
    const [length, none] = tupleOf(second) ?? [];
    const isEmpty = length === 0 && none === undefined;
    if (args.length !== 3 || !isNamed(first, 'numpy.ndarray') || !isEmpty || textOf(third) !== 'b') return undefined;
    return { kind: 'array', bytes: undefined };
  }
  if (FROM_BUFFER.includes(name)) {
    if (args.length !== 4 || !(first instanceof Uint8Array) || !isDtype(second) || textOf(fourth) !== 'C')
      return undefined;
    return hasLength(third, first.length) ? { kind: 'array', bytes: first } : undefined;
  }
  if (name === 'numpy.dtype') {
    const asUsual = args.length === 3 && Number(second) === 0 && Number(third) === 1;
    return asUsual && textOf(first) === 'u1' ? { kind: 'dtype' } : undefined;
  }
  if (name === '_codecs.encode') {
    const latin = args.length === 2 && textOf(second) === 'latin1' && typeof first === 'string';
    return latin && /^[\0-\xff]*$/.test(first) ? Buffer.from(first, 'latin1') : undefined;
  }
  return undefined;
}

/** Puts the state of an array or a type into it. Returns false for every state that is not that of bytes in a row. */
export function putState(target: PickleValue | undefined, state: PickleValue | undefined): boolean {
  const parts = tupleOf(state);
  if (!parts || !isObject(target)) return false;
  if (target.kind === 'dtype') return isByteType(parts);
  return target.kind === 'array' && putBytes(target, parts);
}

/** Version, byte order (none for one byte), no fields, no flags. */
function isByteType([version, order, ...rest]: readonly PickleValue[]): boolean {
  const plain = [null, null, null, -1, -1, 0];
  return (version === 3 || version === 4) && textOf(order) === '|' && plain.every((value, k) => rest[k] === value);
}

function putBytes(target: PickledArray, parts: readonly PickleValue[]): boolean {
  const [version, shape, type, , bytes] = parts;
  if (parts.length !== 5 || version !== 1 || !isDtype(type) || target.bytes) return false;
  if (!(bytes instanceof Uint8Array) || !hasLength(shape, bytes.length)) return false;
  target.bytes = bytes;
  return true;
}

/** Whether a shape is that of `length` bytes in a row, or in a column as older versions of OpenCV have them. */
function hasLength(shape: PickleValue | undefined, length: number): boolean {
  const sides = tupleOf(shape);
  if (!sides || sides.length > 2 || sides[0] !== length) return false;
  return sides.length === 1 || sides[1] === 1;
}

function isNamed(value: PickleValue | undefined, name: string): boolean {
  return isObject(value) && value.kind === 'name' && value.name === name;
}

function isDtype(value: PickleValue | undefined): boolean {
  return isObject(value) && value.kind === 'dtype';
}
