import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { CardFile, Source } from '../../src/catalog/card-parts.js';
import type { ObtainEvent } from '../../src/catalog/obtain-event.js';
import { cachedPath, type ObtainContext, obtainFile } from '../../src/catalog/obtain-file.js';
import { sha256Of } from '../../src/files/digest.js';
import { writeZip } from './support/archives.js';
import { serve, type TestServer } from './support/server.js';
import { tempFolder } from './support/temp.js';

const temp = tempFolder();
const BYTES = Buffer.from('the right bytes');
const SHA = sha256Of(BYTES);

let server: TestServer | undefined;
let asked: string[] = [];
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serving(files: Record<string, Buffer | undefined>): Promise<string> {
  asked = [];
  server = await serve((request, response) => {
    asked.push(request.url ?? '');
    const body = files[(request.url ?? '').slice(1)];
    response.writeHead(body ? 200 : 404).end(body);
  });
  return server.url;
}

function file(...sources: Source[]): CardFile {
  return { name: 'f.bin', sha256: SHA, sources };
}

async function setUp(mirrorBytes?: Buffer) {
  const home = await mkdtemp(join(temp, 'home-'));
  const mirror = await mkdtemp(join(temp, 'mirror-'));
  if (mirrorBytes) await writeFile(join(mirror, 'f.bin'), mirrorBytes);
  const events: ObtainEvent[] = [];
  const context: ObtainContext = {
    home,
    mirror,
    onProgress: (event) => events.push(event),
    patience: { attempts: 2, backoffMs: 1, stallMs: 500 },
  };
  return { home, mirror, events, context };
}

it('uses the file of a folder mirror where it lies', async () => {
  const { home, mirror, context } = await setUp(BYTES);
  expect(await obtainFile(file('local'), { ...context, offline: true })).toEqual({
    path: join(mirror, 'f.bin'),
    from: 'mirror',
  });
  expect(await readdir(home)).toEqual([]);
});

it('downloads, announces, and finds the file in the cache the next time', async () => {
  const { events, context } = await setUp();
  const url = await serving({ f: BYTES });
  const first = await obtainFile({ ...file(`${url}/f`), bytes: BYTES.length }, context);
  expect(first.from).toBe(`${url}/f`);
  expect(await readFile(first.path)).toEqual(BYTES);
  expect(events[0]).toEqual({ kind: 'download', file: 'f.bin', from: `${url}/f`, bytes: BYTES.length });
  expect(events.at(-1)).toMatchObject({ kind: 'progress', received: BYTES.length });
  expect(await obtainFile(file(`${url}/f`), context)).toEqual({ path: first.path, from: 'cache' });
  expect(asked).toEqual(['/f']);
});

it('fetches once what is asked for twice at the same time', async () => {
  const { context } = await setUp();
  const url = await serving({ f: BYTES });
  const [a, b] = await Promise.all([obtainFile(file(`${url}/f`), context), obtainFile(file(`${url}/f`), context)]);
  expect(a).toEqual(b);
  expect(asked.length).toBe(1);
});

it('fetches again what was spoilt in the cache, and says so', async () => {
  const { home, events, context } = await setUp(BYTES);
  const cached = cachedPath(home, file('local'));
  await mkdir(join(cached, '..'), { recursive: true });
  await writeFile(cached, 'spoilt');
  expect((await obtainFile(file('local'), context)).from).toBe('mirror');
  expect(events).toEqual([{ kind: 'warning', message: expect.stringMatching(/was spoilt .*found .*\(6 bytes\)/) }]);
  await expect(readFile(cached)).rejects.toThrow();
});

it('refuses wrong bytes in the mirror, names them, and goes on', async () => {
  for (const wrong of [Buffer.from('wrong'), Buffer.alloc(0)]) {
    const { mirror, events, context } = await setUp(wrong);
    const url = await serving({ f: BYTES });
    expect((await obtainFile(file(`${url}/f`), context)).from).toBe(`${url}/f`);
    expect(events[0]).toEqual({
      kind: 'warning',
      message: `${join(mirror, 'f.bin')} is refused: expected SHA-256 ${SHA}, found ${sha256Of(wrong)} (${wrong.length} bytes); the next place is tried.`,
    });
    await server?.close();
  }
});

it('refuses wrong bytes of a source, keeps nothing of them, and takes the next source', async () => {
  const { home, events, context } = await setUp();
  const url = await serving({ wrong: Buffer.from('wrong'), f: BYTES });
  expect((await obtainFile(file(`${url}/wrong`, `${url}/f`), context)).from).toBe(`${url}/f`);
  expect(events.filter(({ kind }) => kind === 'warning')).toMatchObject([
    { message: expect.stringContaining(`${url}/wrong is refused`) },
  ]);
  expect(await readdir(join(home, 'files', SHA))).toEqual(['f.bin']);
});

it('lists every place and why it failed, and what to do', async () => {
  const { home, mirror, context } = await setUp();
  const url = await serving({ wrong: Buffer.from('wrong') });
  const failure = obtainFile(file(`${url}/none`, `${url}/wrong`), context);
  await expect(failure).rejects.toMatchObject({ kind: 'unavailable', exitCode: 2 });
  const text = await failure.catch((thrown: Error) => thrown.message);
  expect(text).toBe(
    `f.bin cannot be had (mirror ${mirror}: it is not there; ${url}/none: the server answered 404; ${url}/wrong: wrong bytes: expected SHA-256 ${SHA}, found ${sha256Of('wrong')} (5 bytes)): try again later, or put a file named f.bin with SHA-256 ${SHA} into a folder and name that with --mirror.`,
  );
  expect(await readdir(join(home, 'files', SHA))).toEqual([]);
});

it('says what to do for a file without an address', async () => {
  const { home } = await setUp();
  await expect(obtainFile(file('local'), { home })).rejects.toThrow(
    /f\.bin cannot be had \(it is not in the cache and no mirror is named\): it has no public address, so put a file named f\.bin/,
  );
});

it('never touches the network offline', async () => {
  const { home } = await setUp();
  const url = await serving({ f: BYTES, 'f.bin': BYTES });
  const archive = { archive: `${url}/a.zip`, member: 'f', sha256: SHA };
  const offline = { home, offline: true, mirror: url };
  const failure = obtainFile(
    file(`${url}/f`, 'npm:x@1.0.0#f', archive, { archive: `${url}/b.zip`, member: 'f' }),
    offline,
  );
  await expect(failure).rejects.toThrow(/not asked, because of --offline.*run again without --offline/);
  expect(asked).toEqual([]);
});

it('asks an address mirror first, and the source when the mirror has nothing', async () => {
  const { home } = await setUp();
  const url = await serving({ 'm/f.bin': BYTES, s: BYTES });
  expect((await obtainFile(file(`${url}/s`), { home, mirror: `${url}/m/` })).from).toBe('mirror');
  await rm(join(home, 'files'), { recursive: true });
  expect((await obtainFile(file(`${url}/s`), { home, mirror: `${url}/other` })).from).toBe(`${url}/s`);
  expect(asked).toEqual(['/m/f.bin', '/other/f.bin', '/s']);
});

it('warns of a mirror folder that is not there', async () => {
  const { context, events } = await setUp();
  const url = await serving({ f: BYTES });
  await obtainFile(file(`${url}/f`), { ...context, mirror: '/no/such/mirror' });
  expect(events[0]).toMatchObject({
    kind: 'warning',
    message: expect.stringContaining('/no/such/mirror is not a folder'),
  });
});

it('takes a member of a pinned archive, from the mirror when it lies there, also inside a folder of it', async () => {
  const { mirror, context } = await setUp();
  await writeZip(join(mirror, 'pack.zip'), [
    { path: 'pack/other', data: 'x' },
    { path: 'pack/f', data: BYTES },
  ]);
  const sha256 = sha256Of(await readFile(join(mirror, 'pack.zip')));
  const source = { archive: 'https://example.org/v1/pack.zip', sha256, member: 'f' };
  const found = await obtainFile(file(source), { ...context, offline: true });
  expect(found.from).toBe('https://example.org/v1/pack.zip#f');
  expect(await readFile(found.path)).toEqual(BYTES);
  const none = await setUp();
  const missing = obtainFile(file({ ...source, member: 'g' }), { ...none.context, mirror });
  await expect(missing).rejects.toThrow(/the archive pack\.zip holds no file g/);
});

it('fetches an archive without a SHA-256 once for two members, and verifies each member', async () => {
  const { home } = await setUp();
  await writeZip(join(temp, 'two.zip'), [
    { path: 'f', data: BYTES },
    { path: 'g', data: 'G' },
  ]);
  const url = await serving({ 'two.zip': await readFile(join(temp, 'two.zip')) });
  const archive = `${url}/two.zip`;
  await obtainFile(file({ archive, member: 'f' }), { home });
  await obtainFile({ name: 'g', sha256: sha256Of('G'), sources: [{ archive, member: 'g' }] }, { home });
  expect(asked).toEqual(['/two.zip']);
  const other = { name: 'h', sha256: sha256Of('H'), sources: [{ archive, member: 'g' }] };
  await expect(obtainFile(other, { home })).rejects.toThrow(/wrong bytes: expected/);
});

it('says in one sentence that the cache cannot be written, and does not try other places', async () => {
  const { home } = await setUp();
  await writeFile(join(home, 'files'), 'in the way');
  const url = await serving({ f: BYTES });
  await expect(obtainFile(file(`${url}/f`), { home })).rejects.toMatchObject({
    kind: 'input',
    message: expect.stringMatching(/^Cannot write .*f\.bin\.part: /),
  });
  expect(asked).toEqual([]);
});
