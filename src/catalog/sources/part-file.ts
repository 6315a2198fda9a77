import { readFile, rm, stat, writeFile } from 'node:fs/promises';

/** A download that is not finished: its bytes so far, and the server's mark of the version that they belong to. */
export interface PartFile {
  readonly path: string;
  /** Bytes that are there and can be built upon; 0 when it must begin anew. */
  size(): Promise<number>;
  /** The strong ETag or the Last-Modified date of the bytes, as an If-Range header wants it. */
  version(): Promise<string>;
  setVersion(version: string | undefined): Promise<void>;
  /** Removes the mark, when the bytes are complete. */
  finish(): Promise<void>;
  /** Removes everything. */
  clear(): Promise<void>;
}

/** The unfinished download at `path`; its version mark lies beside it, as `<path>.version`. */
export function partFile(path: string): PartFile {
  const mark = `${path}.version`;
  const version = () => readFile(mark, 'utf8').catch(() => '');
  return {
    path,
    version,
    size: async () => {
      if ((await version()) === '') return 0;
      const found = await stat(path).catch(() => undefined);
      return found?.size ?? 0;
    },
    setVersion: async (value) => {
      if (value === undefined) await rm(mark, { force: true });
      else await writeFile(mark, value);
    },
    finish: () => rm(mark, { force: true }),
    clear: async () => {
      await rm(path, { force: true });
      await rm(mark, { force: true });
    },
  };
}

/** What names the version of a response's bytes; weak ETags do not, since If-Range refuses them (RFC 9110, 13.1.5). */
export function versionOf(headers: Headers): string | undefined {
  const etag = headers.get('etag');
  if (etag?.startsWith('"')) return etag;
  return headers.get('last-modified') ?? undefined;
}
