import { FalsematchError } from '../../files/errors.js';
import { appliedName, KNOWN_NAMES, putState } from './numpy-bytes.js';
import { PickleCursor, PickleEnd } from './pickle-cursor.js';
import { isObject, type PickleValue, textOf, tupleOf } from './pickle-value.js';
import { quotedBytes, rawUnicode } from './python-text.js';

/** Marks within marks: a pack has two. */
const MOST_MARKS = 100;

/** Far more than a pack of pictures needs, and few enough that what they make fits into memory. */
const MOST_OPERATIONS = 20_000_000;

/** Why a pickle is refused, as the end of a sentence; the reader adds the file and the place. */
class Refused extends Error {}

/** What has been read so far. */
class Machine {
  readonly cursor: PickleCursor;
  /** The values that are not yet in a list or tuple, in groups that MARK begins. */
  readonly groups: PickleValue[][] = [[]];
  readonly #memo = new Map<number, PickleValue>();
  readonly #length: number;
  /** Bytes that were made of text. */
  #encoded = 0;

  constructor(bytes: Buffer) {
    this.cursor = new PickleCursor(bytes);
    this.#length = bytes.length;
  }

  push(value: PickleValue): void {
    this.#top.push(value);
  }

  pop(): PickleValue {
    const value = this.#top.pop();
    if (value === undefined) throw new Refused('which takes a value that is not there');
    return value;
  }

  /** The last value, which stays. */
  peek(): PickleValue | undefined {
    return this.#top.at(-1);
  }

  mark(): void {
    if (this.groups.length > MOST_MARKS) throw new Refused('deeper in one another than those of a pack of pictures');
    this.groups.push([]);
  }

  /** The values since the last MARK. */
  popGroup(): PickleValue[] {
    if (this.groups.length < 2) throw new Refused('which needs a mark that is not there');
    return this.groups.pop() ?? [];
  }

  popTuple(length: number): void {
    const items = Array.from({ length }, () => this.pop()).reverse();
    this.push({ kind: 'tuple', items });
  }

  remember(place = this.#memo.size): void {
    const value = this.peek();
    if (value === undefined) throw new Refused('which keeps a value that is not there');
    this.#memo.set(place, value);
  }

  recall(place: number): void {
    const value = this.#memo.get(place);
    if (value === undefined) throw new Refused('which asks for a value that was never kept');
    this.push(value);
  }

  append(items: readonly PickleValue[]): void {
    const list = this.peek();
    if (!isObject(list) || list.kind !== 'list') throw new Refused('which adds to something that is no list');
    for (const item of items) list.items.push(item);
  }

  pushName(module: string | undefined, name: string | undefined): void {
    const full = `${module}.${name}`;
    if (!KNOWN_NAMES.has(full)) throw new Refused(`which names ${JSON.stringify(full.slice(0, 80))} of Python`);
    this.push({ kind: 'name', name: full });
  }

  /** Nothing is called: the result is told by the shape of what is there. */
  reduce(): void {
    const [args, target] = [tupleOf(this.pop()), this.pop()];
    const name = isObject(target) && target.kind === 'name' ? target.name : undefined;
    const value = args && name !== undefined ? appliedName(name, args) : undefined;
    // Text is turned into bytes once for each time that the file holds it: asked of one text again and again, memory would end.
    if (value instanceof Uint8Array) this.#encoded += value.length;
    if (this.#encoded > this.#length) throw new Refused('which makes more bytes than the file has');
    if (value === undefined) throw new Refused('which calls something that is not an array of bytes');
    this.push(value);
  }

  build(): void {
    const state = this.pop();
    if (!putState(this.peek(), state)) throw new Refused('which fills something that is not an array of bytes');
  }

  get #top(): PickleValue[] {
    return this.groups.at(-1) ?? [];
  }
}

type Operation = readonly [name: string, act: (machine: Machine) => void];

const wholeNumber = (text: string): number => {
  if (!/^-?\d{1,15}$/.test(text)) throw new Refused('whose number is not one');
  return Number(text);
};

/** Every opcode that is carried out, by its byte: those with which Python writes lists of bytes and of booleans. */
const OPERATIONS: ReadonlyMap<number, Operation> = new Map<number, Operation>([
  [0x80, ['PROTO', (m) => void m.cursor.take(1)]],
  [0x95, ['FRAME', (m) => void m.cursor.take(8)]],
  [0x28, ['MARK', (m) => m.mark()]],
  [0x5d, ['EMPTY_LIST', (m) => m.push({ kind: 'list', items: [] })]],
  [0x6c, ['LIST', (m) => m.push({ kind: 'list', items: m.popGroup() })]],
  [0x61, ['APPEND', (m) => m.append([m.pop()])]],
  [0x65, ['APPENDS', (m) => m.append(m.popGroup())]],
  [0x29, ['EMPTY_TUPLE', (m) => m.popTuple(0)]],
  [0x85, ['TUPLE1', (m) => m.popTuple(1)]],
  [0x86, ['TUPLE2', (m) => m.popTuple(2)]],
  [0x87, ['TUPLE3', (m) => m.popTuple(3)]],
  [0x74, ['TUPLE', (m) => m.push({ kind: 'tuple', items: m.popGroup() })]],
  [0x55, ['SHORT_BINSTRING', (m) => m.push(m.cursor.take(m.cursor.uint8()))]],
  [0x54, ['BINSTRING', (m) => m.push(m.cursor.take(m.cursor.int32()))]],
  [0x53, ['STRING', (m) => m.push(quoted(m.cursor.line()))]],
  [0x43, ['SHORT_BINBYTES', (m) => m.push(m.cursor.take(m.cursor.uint8()))]],
  [0x42, ['BINBYTES', (m) => m.push(m.cursor.take(m.cursor.uint32()))]],
  [0x8e, ['BINBYTES8', (m) => m.push(m.cursor.take(m.cursor.uint64()))]],
  [0x96, ['BYTEARRAY8', (m) => m.push(m.cursor.take(m.cursor.uint64()))]],
  [0x8c, ['SHORT_BINUNICODE', (m) => m.push(m.cursor.take(m.cursor.uint8()).toString('utf8'))]],
  [0x58, ['BINUNICODE', (m) => m.push(m.cursor.take(m.cursor.uint32()).toString('utf8'))]],
  [0x56, ['UNICODE', (m) => m.push(rawUnicode(m.cursor.line()))]],
  [0x88, ['NEWTRUE', (m) => m.push(true)]],
  [0x89, ['NEWFALSE', (m) => m.push(false)]],
  [0x4e, ['NONE', (m) => m.push(null)]],
  [0x49, ['INT', (m) => m.push(integer(m.cursor.line()))]],
  [0x4c, ['LONG', (m) => m.push(wholeNumber(m.cursor.line().replace(/L$/, '')))]],
  [0x4a, ['BININT', (m) => m.push(m.cursor.int32())]],
  [0x4b, ['BININT1', (m) => m.push(m.cursor.uint8())]],
  [0x4d, ['BININT2', (m) => m.push(m.cursor.uint16())]],
  [0x8a, ['LONG1', (m) => m.push(longNumber(m.cursor.take(m.cursor.uint8())))]],
  [0x70, ['PUT', (m) => m.remember(wholeNumber(m.cursor.line()))]],
  [0x71, ['BINPUT', (m) => m.remember(m.cursor.uint8())]],
  [0x72, ['LONG_BINPUT', (m) => m.remember(m.cursor.uint32())]],
  [0x94, ['MEMOIZE', (m) => m.remember()]],
  [0x67, ['GET', (m) => m.recall(wholeNumber(m.cursor.line()))]],
  [0x68, ['BINGET', (m) => m.recall(m.cursor.uint8())]],
  [0x6a, ['LONG_BINGET', (m) => m.recall(m.cursor.uint32())]],
  [0x63, ['GLOBAL', (m) => m.pushName(m.cursor.line(), m.cursor.line())]],
  [0x93, ['STACK_GLOBAL', (m) => stackName(m)]],
  [0x52, ['REDUCE', (m) => m.reduce()]],
  [0x62, ['BUILD', (m) => m.build()]],
]);

const STOP = 0x2e;

function stackName(machine: Machine): void {
  const [name, module] = [machine.pop(), machine.pop()];
  machine.pushName(textOf(module), textOf(name));
}

function quoted(line: string): Buffer {
  const bytes = quotedBytes(line);
  if (!bytes) throw new Refused('whose text is not one of Python');
  return bytes;
}

/** Python 2 writes its booleans as 00 and 01. */
function integer(line: string): number | boolean {
  return line === '01' || line === '00' ? line === '01' : wholeNumber(line);
}

function longNumber(bytes: Buffer): number {
  if (bytes.length > 6) throw new Refused('whose number is too long');
  return bytes.length === 0 ? 0 : bytes.readIntLE(0, bytes.length);
}

/**
 * The value of a pickle (protocols 0 to 5) as far as a pack of pictures needs one: lists, tuples, bytes, text, numbers,
 * booleans, and arrays of bytes that numpy wrote. Nothing is imported, called or built: the few names of Python that such
 * an array is written with are compared, not looked up. Throws one sentence with `file`, the opcode and its place for
 * everything else.
 */
export function readPickle(bytes: Buffer, file: string, most = MOST_OPERATIONS): PickleValue {
  const machine = new Machine(bytes);
  let [at, name] = [0, 'its first one'];
  const refused = (why: string) =>
    new FalsematchError(
      `${file} was refused and nothing of it was run: at byte ${at} it has the pickle opcode ${name}, ${why}; a pack of pictures is a list of encoded pictures and a list of booleans, so get it again from somebody whom you trust.`,
    );
  try {
    for (let count = 0; ; count += 1) {
      at = machine.cursor.at;
      name = 'STOP';
      const code = machine.cursor.uint8();
      if (code === STOP) break;
      const operation = OPERATIONS.get(code);
      name = operation?.[0] ?? `0x${code.toString(16).padStart(2, '0')}`;
      if (!operation) throw new Refused('which a pack of pictures has no use for');
      if (count >= most) throw new Refused(`after ${most} others, more than a pack of pictures needs`);
      operation[1](machine);
    }
    const value = machine.pop();
    if (machine.groups.length > 1 || machine.peek() !== undefined) throw new Refused('which leaves values behind');
    if (!machine.cursor.isOver) throw new Refused('after which bytes follow');
    return value;
  } catch (thrown) {
    if (thrown instanceof Refused) throw refused(thrown.message);
    if (thrown instanceof PickleEnd) throw refused('before whose end the file ends');
    throw thrown;
  }
}
