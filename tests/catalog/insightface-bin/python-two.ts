/** What Python 2 writes of pictures and labels with its highest protocol, 2: `cPickle.dump((pictures, same), f, 2)`. */
export function pythonTwo(pictures: readonly Buffer[], same: readonly boolean[]): Buffer {
  const items = pictures.flatMap((bytes, k) => [string(bytes), Buffer.from([0x71, 2 + k])]);
  return Buffer.concat([
    Buffer.from([0x80, 2]),
    Buffer.from(']q\x01('),
    ...items,
    Buffer.from('e]q\x00('),
    Buffer.from(same.map((value) => (value ? 0x88 : 0x89))),
    Buffer.from('e\x86.', 'latin1'),
  ]);
}

/** The same with protocol 0, which is text. */
export function pythonTwoText(pictures: readonly Buffer[], same: readonly boolean[]): Buffer {
  const repr = (bytes: Buffer) =>
    [...bytes]
      .map((byte) =>
        byte === 10
          ? '\\n'
          : byte < 32 || byte > 126 || byte === 39 || byte === 92
            ? hex(byte)
            : String.fromCharCode(byte),
      )
      .join('');
  const items = pictures.map((bytes, k) => `S'${repr(bytes)}'\np${k + 2}\na`);
  const labels = same.map((value) => `I0${value ? 1 : 0}\na`);
  return Buffer.from(`((lp1\n${items.join('')}(lp${pictures.length + 2}\n${labels.join('')}tp0\n.`, 'latin1');
}

/** With arrays of numpy, as OpenCV under Python 2 made them. */
export function pythonTwoArrays(pictures: readonly Buffer[], same: readonly boolean[]): Buffer {
  const head =
    'cnumpy.core.multiarray\n_reconstruct\nq\x02cnumpy\nndarray\nq\x03K\x00\x85q\x04U\x01bq\x05\x87q\x06Rq\x07(K\x01';
  const type =
    'cnumpy\ndtype\nq\x09U\x02u1q\x0aK\x00K\x01\x87q\x0bRq\x0c(K\x03U\x01|q\x0dNNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb\x89';
  const again = 'h\x02h\x03h\x04h\x05\x87R(K\x01';
  const items = pictures.flatMap((bytes, k) => [
    Buffer.from(k === 0 ? head : again, 'latin1'),
    Buffer.from([0x4d, bytes.length & 0xff, bytes.length >> 8, 0x4b, 1, 0x86]),
    Buffer.from(k === 0 ? type : 'h\x0c\x89', 'latin1'),
    string(bytes),
    Buffer.from('tb'),
  ]);
  return Buffer.concat([
    Buffer.from([0x80, 2]),
    Buffer.from(']q\x01('),
    ...items,
    Buffer.from('e]q\x00('),
    Buffer.from(same.map((value) => (value ? 0x88 : 0x89))),
    Buffer.from('e\x86q\x20.', 'latin1'),
  ]);
}

function string(bytes: Buffer): Buffer {
  if (bytes.length < 256) return Buffer.concat([Buffer.from([0x55, bytes.length]), bytes]);
  const length = Buffer.alloc(4);
  length.writeInt32LE(bytes.length);
  return Buffer.concat([Buffer.from('T'), length, bytes]);
}

function hex(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}
