import { writeFile } from 'node:fs/promises';
import { crc32, gzipSync } from 'node:zlib';
import { Header } from 'tar';

/** One entry of an archive that no honest tool would make. */
export interface TestEntry {
  readonly path: string;
  readonly data?: string | Buffer;
  readonly type?: 'File' | 'Directory' | 'SymbolicLink' | 'Link' | 'CharacterDevice';
  readonly linkpath?: string;
  /** Unix mode with type bits, zip only. */
  readonly mode?: number;
}

/** A tgz of exactly these entries, in this order. */
export async function writeTgz(path: string, entries: readonly TestEntry[]): Promise<void> {
  const blocks = entries.flatMap(({ path: name, data = '', type = 'File', linkpath }) => {
    const body = Buffer.from(type === 'File' ? data : '');
    const block = Buffer.alloc(512);
    new Header({ path: name, mode: 0o644, size: body.length, type, ...(linkpath ? { linkpath } : {}) }).encode(block);
    return [block, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  await writeFile(path, gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)])));
}

/** A zip (stored, not compressed) of exactly these entries, in this order. */
export async function writeZip(path: string, entries: readonly TestEntry[]): Promise<void> {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { path: name, data = '', mode = 0 } of entries) {
    const body = Buffer.from(data);
    const rawName = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt32LE(crc32(body), 14);
    local.writeUInt32LE(body.length, 18);
    local.writeUInt32LE(body.length, 22);
    local.writeUInt16LE(rawName.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE((3 << 8) | 20, 4);
    central.writeUInt16LE(20, 6);
    local.copy(central, 10, 8, 30);
    central.writeUInt16LE(rawName.length, 28);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    locals.push(local, rawName, body);
    centrals.push(central, rawName);
    offset += 30 + rawName.length + body.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  await writeFile(path, Buffer.concat([...locals, directory, end]));
}
