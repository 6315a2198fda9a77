import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeNpy, encodeNpy } from '../../src/files/npy.js';

/** A file with this header, put together by hand after the format's description. */
function file(header: string, numbers: readonly number[], version = 1, minor = 0): Buffer {
  const start = version === 1 ? 10 : 12;
  const text = `${header.padEnd(127 - start)}\n`;
  const length = Buffer.alloc(start - 8);
  if (version === 1) length.writeUInt16LE(text.length);
  else length.writeUInt32LE(text.length);
  return Buffer.concat([
    Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, minor]),
    length,
    Buffer.from(text),
    Buffer.from(Float32Array.from(numbers).buffer),
  ]);
}

it('writes the bytes that NumPy writes', () => {
  const header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }";
  const numbers = [1, 2, 3, 4, 5, 6.5];
  expect(Buffer.from(encodeNpy(Float32Array.from(numbers), [2, 3]))).toEqual(file(header, numbers));
  expect(Buffer.from(encodeNpy(Float32Array.of(1), [1])).toString('latin1')).toContain("'shape': (1,), }");
});

it('reads back what it wrote, of every type and shape, wherever the bytes stand in memory', () => {
  const arrays = fc.oneof(
    fc.float32Array({ noNaN: true }),
    fc.float64Array({ noNaN: true }),
    fc.int32Array(),
    fc.uint8Array(),
  );
  fc.assert(
    fc.property(arrays, fc.integer({ min: 0, max: 7 }), fc.nat(2), fc.nat(2), (data, offset, before, after) => {
      const shape = [...Array<number>(before).fill(1), data.length, ...Array<number>(after).fill(1)];
      const bytes = encodeNpy(data, shape);
      expect((10 + Buffer.from(bytes).readUInt16LE(8)) % 64).toBe(0);
      const moved = new Uint8Array(bytes.length + offset);
      moved.set(bytes, offset);
      expect(decodeNpy(moved.subarray(offset), 'x.npy')).toEqual({ data, shape });
    }),
  );
});

it('writes only the part of the memory that the array shows, and reads a single number without a shape', () => {
  const bytes = encodeNpy(Float32Array.of(1, 2, 3).subarray(1, 2), []);
  expect(decodeNpy(bytes, 'x.npy')).toEqual({ data: Float32Array.of(2), shape: [] });
});

it('reads other orders of the header, no last comma, and formats 2 and 3', () => {
  for (const version of [1, 2, 3]) {
    const bytes = file("{'shape':(3,),'fortran_order':False,'descr':'<f4'}", [1, 2, 3], version);
    expect(decodeNpy(bytes, 'x.npy')).toEqual({ data: Float32Array.of(1, 2, 3), shape: [3] });
  }
});

/** A header of format 2.0 that is one byte longer than format 1.0 could hold. */
function longHeader(): Buffer {
  const start = file('', [], 2).subarray(0, 8);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(65_536);
  return Buffer.concat([start, length, Buffer.from(header("'<f4'", 'False', '(0,)').padEnd(65_536))]);
}

const header = (descr: string, order = 'False', shape = '(1,)') =>
  `{'descr': ${descr}, 'fortran_order': ${order}, 'shape': ${shape}, }`;
it.each<[string, Buffer, string]>([
  ['another file', Buffer.from('not numpy'), 'is not a .npy file'],
  ['an empty file', Buffer.alloc(0), 'is not a .npy file'],
  ['format 9', file(header("'<f4'"), [1], 9), 'of format 9'],
  ['format 1.7', file(header("'<f4'"), [1], 1, 7), 'of format 1.7'],
  ['the magic alone', Buffer.from('\x93NUMPY', 'latin1'), 'ends within its header'],
  ['a cut header', file(header("'<f4'"), [1]).subarray(0, 40), 'ends within its header'],
  ['a cut length', file(header("'<f4'"), [1]).subarray(0, 9), 'ends within its header'],
  ['big-endian', file(header("'>f4'"), [1]), 'of type >f4'],
  ['float16', file(header("'<f2'"), [1]), 'of type <f2'],
  ['objects', file(header("'|O'"), [1]), 'of type |O (pickled Python objects)'],
  ['a record', file(header("[('x', '<f4')]"), [1]), 'something else than an array of plain numbers'],
  ['code', file(header("__import__('os')"), [1]), 'something else than an array of plain numbers'],
  ['no header at all', file('', [1]), 'something else than an array of plain numbers'],
  ['no type', file("{'fortran_order': False, 'shape': (1,)}", [1]), 'header is damaged'],
  ['no order', file("{'descr': '<f4', 'shape': (1,)}", [1]), 'header is damaged'],
  ['no shape', file("{'descr': '<f4', 'fortran_order': False}", [1]), 'header is damaged'],
  ['an entry twice', file("{'descr': '<f4', 'descr': '<f4', 'shape': (1,)}", [1]), 'header is damaged'],
  ['an entry of another name', file("{'descr': '<f4', 'order': False, 'shape': (1,)}", [1]), 'header is damaged'],
  ['a type without quotes', file(header('True'), [1]), 'header is damaged'],
  ['an order in quotes', file(header("'<f4'", "'False'"), [1]), 'header is damaged'],
  ...["'1'", 'True', '(1)', '(,)', '(LL)', '(1 1)', '(1,,1)', '(-1,)', '((1,),)', '(1.0,)'].map(
    (shape): [string, Buffer, string] => [
      `the shape ${shape}`,
      file(header("'<f4'", 'False', shape), [1]),
      'header is damaged',
    ],
  ),
  ['a length that is not exact', file(header("'<f4'", 'False', '(0, 9007199254740993)'), []), 'header is damaged'],
  ['a header that is too long', longHeader(), 'header is damaged'],
  ['columns first', file(header("'<f4'", 'True'), [1]), 'is columns first (Fortran order)'],
  ['too few numbers', file(header("'<f4'", 'False', '(2,)'), [1]), 'which are 8 bytes, and has 4'],
  ['too many numbers', file(header("'<f4'"), [1, 2]), 'which are 4 bytes, and has 8'],
])('refuses %s in one sentence', (_, bytes, message) => {
  expect(() => decodeNpy(bytes, 'x.npy')).toThrow(message);
});

it.each([[[3]], [[-1, -2]], [[0.5, 4]], [[Number.NaN]]])('refuses the shape %j for two numbers', (shape) => {
  const message = `An array of 2 numbers does not have the shape (${shape.join(', ')})`;
  expect(() => encodeNpy(Float32Array.of(1, 2), shape)).toThrow(message);
});
