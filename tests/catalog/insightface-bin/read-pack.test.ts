import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPack } from '../../../src/catalog/insightface-bin/read-pack.js';
import { readPickle } from '../../../src/catalog/insightface-bin/read-pickle.js';
import { FalsematchError } from '../../../src/files/errors.js';
import { pythonTwo, pythonTwoArrays, pythonTwoText } from './python-two.js';
import { PICTURES, WRITTEN } from './written-by-python.js';

const SAME = [true, false];
const buffers = (pictures: readonly Uint8Array[]) => pictures.map((bytes) => Buffer.from(bytes));
const pickle = (text: string) => Buffer.from(text, 'latin1');

describe('reads what Python writes', () => {
  const protocols = [0, 1, 2, 3, 4, 5];
  it.each(protocols.flatMap((protocol) => [['bytes', protocol] as const, ['arrays', protocol] as const]))(
    '%s of protocol %i',
    (form, protocol) => {
      const { pictures, mated } = readPack(Buffer.from(WRITTEN[form][protocol] ?? '', 'base64'), 'x.bin');
      expect(buffers(pictures)).toEqual(PICTURES);
      expect(mated).toEqual(SAME);
    },
  );

  it.each([
    ['strings', pythonTwo],
    ['strings as text', pythonTwoText],
    ['arrays', pythonTwoArrays],
  ] as const)('%s of Python 2', (_, write) => {
    const { pictures, mated } = readPack(write(PICTURES, SAME), 'x.bin');
    expect(buffers(pictures)).toEqual(PICTURES);
    expect(mated).toEqual(SAME);
  });
});

describe('refuses, and runs nothing', () => {
  const cases: readonly (readonly [string, Buffer, RegExp])[] = [
    [
      'os.system',
      pickle("cposix\nsystem\n(S'touch /tmp/x'\ntR."),
      /at byte 0 it has the pickle opcode GLOBAL, which names "posix\.system" of Python/,
    ],
    [
      'eval by STACK_GLOBAL',
      pickle('\x80\x04\x8c\x08builtins\x8c\x04eval\x93.'),
      /at byte 18 it has the pickle opcode STACK_GLOBAL, which names "builtins\.eval"/,
    ],
    [
      'INST',
      pickle("(S'x'\nios\nsystem\n."),
      /at byte 6 it has the pickle opcode 0x69, which a pack of pictures has no use for/,
    ],
    ['OBJ', pickle('(o.'), /opcode 0x6f/],
    ['a persistent id', pickle('Pxyz\n.'), /opcode 0x50/],
    ['an extension', pickle('\x80\x02\x82\x01.'), /at byte 2 it has the pickle opcode 0x82/],
    ['NEWOBJ', pickle('\x80\x02cnumpy\nndarray\n)\x81.'), /opcode 0x81/],
    ['a dictionary', pickle('}.'), /opcode 0x7d/],
    [
      'a call of a known name in another way',
      pickle('\x80\x02cnumpy\ndtype\nU\x02O8K\x00K\x01\x87R.'),
      /opcode REDUCE, which calls something that is not an array of bytes/,
    ],
    [
      'an array of objects',
      pickle('cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x05\x85U\x01b\x87R.'),
      /opcode REDUCE/,
    ],
    ['_codecs.encode with another codec', pickle('c_codecs\nencode\n(Vx\nVrot13\ntR.'), /opcode REDUCE/],
    [
      'a state of something else',
      pickle('](K\x01tb.'),
      /opcode BUILD, which fills something that is not an array of bytes/,
    ],
    [
      'a length beyond the end',
      pickle('\x80\x03B\xff\xff\xff\x7fab'),
      /opcode BINBYTES, before whose end the file ends/,
    ],
    ['a negative length', pickle('T\xff\xff\xff\xffab.'), /opcode BINSTRING/],
    ['a length of eight bytes', pickle('\x8e\xff\xff\xff\xff\xff\xff\xff\xff.'), /opcode BINBYTES8/],
    ['no end', pickle('](K\x01'), /opcode STOP, before whose end the file ends/],
    ['nothing', Buffer.alloc(0), /at byte 0 .*before whose end the file ends/],
    ['bytes after the end', pickle('].x'), /opcode STOP, after which bytes follow/],
    ['values left behind', pickle(']].'), /opcode STOP, which leaves values behind/],
    ['a missing value', pickle('a.'), /opcode APPEND, which takes a value that is not there/],
    ['a missing mark', pickle('e.'), /opcode APPENDS, which needs a mark/],
    ['a value that was never kept', pickle('h\x07.'), /opcode BINGET, which asks for a value that was never kept/],
    ['adding to a number', pickle('K\x01K\x02a.'), /opcode APPEND, which adds to something that is no list/],
    ['broken text', pickle("S'a\\q'\n."), /opcode STRING, whose text is not one of Python/],
  ];
  it.each(cases)('%s', (_, bytes, why) => {
    expect(() => readPickle(bytes, 'x.bin')).toThrow(why);
    expect(() => readPack(bytes, 'x.bin')).toThrow(/^x\.bin was refused and nothing of it was run: /);
  });

  it.each([
    ['a number', pickle('K\x01.'), /expected two lists/],
    ['a list of itself', pickle(']q\x00h\x00ah\x00\x86.'), /expected picture 1 to be bytes/],
    ['three lists', pickle(']]]\x87.'), /expected two lists/],
    [
      'labels that are numbers',
      pickle('\x80\x02](U\x01aU\x01be]K\x01a\x86.'),
      /expected the label of pair 1 to be true or false/,
    ],
    ['too few pictures', pickle('\x80\x02](U\x01ae]\x88a\x86.'), /expected two pictures for each pair, found 1 for 1/],
    ['no pairs', pickle('\x80\x02]]\x86.'), /found 0 for 0/],
    [
      'an array without its bytes',
      pickle('\x80\x02]cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x00\x85U\x01b\x87Ra]\x88a\x86.'),
      /expected picture 1 to be bytes/,
    ],
  ] as const)('%s', (_, bytes, why) => {
    expect(() => readPack(bytes, 'x.bin')).toThrow(why);
  });

  it('more operations than a pack needs', () => {
    expect(() => readPickle(Buffer.concat([Buffer.alloc(30, 'N'), pickle('.')]), 'x.bin', 20)).toThrow(
      /at byte 20 it has the pickle opcode NONE, after 20 others, more than a pack of pictures needs/,
    );
  });
});

describe('any bytes', () => {
  const quietly = (bytes: Buffer) => {
    try {
      return readPack(bytes, 'x.bin');
    } catch (thrown) {
      if (thrown instanceof FalsematchError) return undefined;
      throw thrown;
    }
  };

  it('are read or refused with one sentence', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void quietly(Buffer.from(bytes))),
      { numRuns: 3000 },
    );
  });

  it('so are bytes made of the opcodes that are known', () => {
    const code = fc.constantFrom(...'(]lae)\x85\x86\x87tUTSCBXV\x88\x89NIJKMpqrghjcRb.\x93\x94\x8c\x8a\x96'.split(''));
    const argument = fc.constantFrom(
      '',
      '\x00',
      '\x01b',
      '\x02u1',
      "'x'\n",
      '1\n',
      'numpy\ndtype\n',
      '\xff\xff\xff\xff',
    );
    const program = fc
      .array(fc.tuple(code, argument), { maxLength: 40 })
      .map((parts) => pickle(`${parts.flat().join('')}.`));
    fc.assert(
      fc.property(program, (bytes) => void quietly(bytes)),
      { numRuns: 3000 },
    );
  });

  it('so are packs in which bytes were changed or cut', () => {
    const packs = [...WRITTEN.bytes, ...WRITTEN.arrays].map((text) => Buffer.from(text, 'base64'));
    const spoilt = fc
      .tuple(fc.constantFrom(...packs), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }), fc.nat())
      .map(([pack, changes, end]) => {
        const bytes = Buffer.from(pack);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        return end % 3 === 0 ? bytes.subarray(0, end % bytes.length) : bytes;
      });
    fc.assert(
      fc.property(spoilt, (bytes) => void quietly(bytes)),
      { numRuns: 3000 },
    );
  });
});
