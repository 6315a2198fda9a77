import { FalsematchError } from './errors.js';

/** The arrays that stand in .npy files here. */
export type NpyData = Float32Array | Float64Array | Int32Array | Uint8Array;

/** An array with its shape, rows first. */
export interface NpyArray {
  readonly data: NpyData;
  readonly shape: readonly number[];
}

const MAGIC = '\x93NUMPY';
/** The header ends at a multiple of it, so that the numbers behind it are aligned. */
const ALIGNMENT = 64;
/** Format 1.0 has room for no longer header, and an array of plain numbers needs none. */
const LONGEST_HEADER = 65_535;

const DTYPES = {
  '<f4': Float32Array,
  '<f8': Float64Array,
  '<i4': Int32Array,
  '|u1': Uint8Array,
} as const;
type Dtype = keyof typeof DTYPES;

/**
 * An array as NumPy's .npy file, format 1.0, little-endian, in C order; `numpy.load` opens it.
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html. Throws for a shape that does not fit.
 */
export function encodeNpy(data: NpyData, shape: readonly number[]): Uint8Array {
  const dtype = (Object.keys(DTYPES) as Dtype[]).find((name) => data instanceof DTYPES[name]);
  if (dtype === undefined || !shape.every(isLength) || product(shape) !== data.length) {
    throw new FalsematchError(`An array of ${data.length} numbers does not have the shape (${shape.join(', ')}).`);
  }
  // A tuple of one ends in a comma.
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const dictionary = `{'descr': '${dtype}', 'fortran_order': False, 'shape': (${tuple}), }`;
  const unpadded = MAGIC.length + 4 + dictionary.length + 1;
  const padding = ' '.repeat((ALIGNMENT - (unpadded % ALIGNMENT)) % ALIGNMENT);
  const header = `${dictionary}${padding}\n`;
  const file = Buffer.alloc(MAGIC.length + 4 + header.length + data.byteLength);
  file.write(MAGIC, 0, 'latin1');
  file[6] = 1;
  file.writeUInt16LE(header.length, 8);
  file.write(header, 10, 'latin1');
  Buffer.from(data.buffer, data.byteOffset, data.byteLength).copy(file, 10 + header.length);
  return file;
}

/**
 * Reads a .npy file of float32, float64, int32 or uint8 in C order, of format 1.0, 2.0 or 3.0; `name` is what errors call
 * it. The numbers are copied. Throws for whatever is not such a file, saying how to convert it.
 */
export function decodeNpy(bytes: Uint8Array, name: string): NpyArray {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new FalsematchError(`${name} is not a .npy file; write it with numpy.save.`);
  }
  const [version, minor] = [file[6], file[7]];
  const start = version === 1 ? 10 : 12;
  if (version !== undefined && minor !== undefined && (![1, 2, 3].includes(version) || minor !== 0)) {
    throw new FalsematchError(
      `${name} is a .npy file of format ${version}.${minor}, and 1.0, 2.0 and 3.0 are read; write it with numpy.save.`,
    );
  }
  const length = file.length < start ? Infinity : version === 1 ? file.readUInt16LE(8) : file.readUInt32LE(8);
  if (start + length > file.length) {
    throw new FalsematchError(`${name} is cut short: it ends within its header; fetch or write it again.`);
  }
  if (length > LONGEST_HEADER) throw notPlain(name);
  const { dtype, shape } = parseHeader(file.toString('latin1', start, start + length), name);
  const Type = DTYPES[dtype];
  const [expected, found] = [product(shape) * Type.BYTES_PER_ELEMENT, file.length - start - length];
  if (expected !== found) {
    throw new FalsematchError(
      `${name} says that it holds (${shape.join(', ')}) numbers, which are ${expected} bytes, and has ${found}; fetch or write it again.`,
    );
  }
  return { data: new Type(new Uint8Array(file.subarray(start + length)).buffer), shape };
}

const ENTRY = /^\s*'(\w+)'\s*:\s*('[^']*'|\w+|\([^()]*\))\s*(?:,|$)/;

/** What each entry may be. A shape is a tuple: one length has a comma behind it; Python 2 wrote lengths as 3L. */
const VALUES = new Map([
  ['descr', /^'[^']*'$/],
  ['fortran_order', /^(?:True|False)$/],
  ['shape', /^\(\s*(?:(?:\d+L?\s*,\s*)+(?:\d+L?\s*)?)?\)$/],
]);

/** The three entries of the header, in any order, without evaluating anything. */
function parseHeader(header: string, name: string): { dtype: Dtype; shape: number[] } {
  const inside = /^\s*\{(.*)\}\s*$/s.exec(header)?.[1];
  const entries = new Map<string, string>();
  let rest = inside ?? '?';
  while (rest.trim() !== '') {
    const [all = '', key = '', value = ''] = ENTRY.exec(rest) ?? [];
    if (!VALUES.get(key)?.test(value) || entries.has(key)) throw notPlain(name);
    entries.set(key, value);
    rest = rest.slice(all.length);
  }
  const shape = entries.get('shape')?.match(/\d+/g)?.map(Number) ?? [];
  if (entries.size !== VALUES.size || !shape.every(isLength)) throw notPlain(name);
  const descr = entries.get('descr')?.slice(1, -1) ?? '';
  if (!Object.hasOwn(DTYPES, descr) || entries.get('fortran_order') !== 'False') {
    const found =
      entries.get('fortran_order') === 'True'
        ? 'columns first (Fortran order)'
        : `of type ${descr}${descr === '|O' ? ' (pickled Python objects)' : ''}`;
    throw new FalsematchError(
      `${name} is ${found}; float32, float64, int32 and uint8 are read, little-endian and rows first: convert it with numpy.ascontiguousarray(x, dtype="float32").`,
    );
  }
  return { dtype: descr as Dtype, shape };
}

function notPlain(name: string): FalsematchError {
  return new FalsematchError(
    `${name} holds something else than an array of plain numbers, or its header is damaged; write it with numpy.save(file, numpy.ascontiguousarray(x, dtype="float32")).`,
  );
}

function isLength(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function product(shape: readonly number[]): number {
  return shape.reduce((total, length) => total * length, 1);
}
