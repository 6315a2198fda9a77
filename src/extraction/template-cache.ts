import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { homePlaces } from '../catalog/home.js';
import { writing } from '../files/write-problem.js';
import { decodeRecords, encodeRecord } from './cache-record.js';
import type { AnyExtraction } from './extraction.js';

const SEGMENT = /^segment-.*\.bin$/;

/**
 * What one system has extracted so far, on disk. Each process appends to a segment of its own, so two runs never
 * write the same file, and a run that is killed loses at most the records that were not yet written.
 */
export interface TemplateCache {
  get(key: string): AnyExtraction | undefined;
  /** Appends records and hands them to the operating system before it resolves. */
  put(records: readonly { readonly key: string; readonly extraction: AnyExtraction }[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens the cache of the system `key` under `home`. The folder is private to the user: templates are biometric data. */
export async function openTemplateCache(home: string, key: string): Promise<TemplateCache> {
  const folder = join(homePlaces(home).templates, key);
  await writing(folder, () => mkdir(folder, { recursive: true, mode: 0o700 }));
  const known = new Map<string, AnyExtraction>();
  const entries = await readdir(folder, { withFileTypes: true });
  const segments = entries.filter((entry) => entry.isFile() && SEGMENT.test(entry.name)).map(({ name }) => name);
  for (const name of segments.sort()) {
    for (const record of decodeRecords(await readFile(join(folder, name)))) known.set(record.key, record.extraction);
  }
  const path = join(folder, `segment-${process.pid}-${randomBytes(6).toString('hex')}.bin`);
  let segment: FileHandle | undefined;
  // Results of several workers arrive at once, and a segment is written by one hand at a time.
  let last: Promise<void> = Promise.resolve();

  async function append(bytes: Buffer): Promise<void> {
    await writing(path, async () => {
      segment ??= await open(path, 'ax', 0o600);
      await segment.appendFile(bytes);
    });
  }

  return {
    get: (sampleKey) => known.get(sampleKey),
    async put(records) {
      const bytes = Buffer.concat(records.map(({ key: id, extraction }) => encodeRecord(id, extraction)));
      const written = last.then(() => append(bytes));
      last = written.catch(() => {});
      await written;
      for (const { key: id, extraction } of records) known.set(id, extraction);
    },
    async close() {
      await last;
      await segment?.close();
    },
  };
}
