/** A place in the bytes of a pickle; every reading moves on and throws `PickleEnd` when the bytes are over. */
export class PickleCursor {
  readonly #bytes: Buffer;
  at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isOver(): boolean {
    return this.at >= this.#bytes.length;
  }

  /** A view, not a copy. */
  take(length: number): Buffer {
    if (!(length >= 0 && length <= this.#bytes.length - this.at)) throw new PickleEnd();
    this.at += length;
    return this.#bytes.subarray(this.at - length, this.at);
  }

  uint8(): number {
    return this.take(1).readUInt8();
  }

  uint16(): number {
    return this.take(2).readUInt16LE();
  }

  uint32(): number {
    return this.take(4).readUInt32LE();
  }

  int32(): number {
    return this.take(4).readInt32LE();
  }

  /** A length of eight bytes; one that no file has is the end of the bytes, too. */
  uint64(): number {
    return Number(this.take(8).readBigUInt64LE());
  }

  /** Text up to the end of the line, which is passed. */
  line(): string {
    const end = this.#bytes.indexOf(0x0a, this.at);
    if (end < 0) throw new PickleEnd();
    const text = this.take(end - this.at).toString('latin1');
    this.at += 1;
    return text;
  }
}

/** The bytes end before what they announce. */
export class PickleEnd extends Error {
  override readonly name = 'PickleEnd';
}
