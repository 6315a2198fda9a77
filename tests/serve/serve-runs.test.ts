import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunServer, serveRuns } from '../../src/serve/serve-runs.js';
import { temporaryFolder } from '../support/catalog.js';
import { madeUpRun } from '../support/run.js';
import { writeRun } from '../support/run-folder.js';
import { ask } from './ask.js';

const EVIL = '<script>alert(1)</script>"onload=\'&';
const folder = temporaryFolder();
const runs = join(folder, 'runs');
const TABLE = 'scores/view/made-model/comparisons.csv';
const written = madeUpRun();
const good = writeRun(written);
const hostile = madeUpRun((record) => ({ ...record, suite: { ...record.suite, title: EVIL, description: EVIL } }));
const put = (from: string, ...to: string[]) => cpSync(from, join(runs, ...to), { recursive: true });

put(good, 'good');
put(good, 'group', 'second one');
put(good, 'too', 'deep', 'third');
put(good, '.hidden');
put(writeRun(hostile), 'hostile');
put(good, 'old');
put(good, 'broken');
writeFileSync(join(runs, 'old', 'run.json'), String(written.files.get('run.json')).replace('run/2', 'run/1'));
writeFileSync(join(runs, 'broken', 'run.json'), '{"schema":');
rmSync(join(runs, 'broken', 'report.html'));
writeFileSync(join(folder, 'secret.txt'), 'secret');
writeFileSync(join(runs, 'good', 'secret.txt'), 'secret');
writeFileSync(join(runs, 'secret.txt'), 'secret');
symlinkSync(folder, join(runs, 'way-out'));
symlinkSync(good, join(runs, 'linked'));
rmSync(join(runs, 'broken', 'report.md'));
symlinkSync(join(folder, 'secret.txt'), join(runs, 'broken', 'report.md'));
mkdirSync(join(runs, 'good', 'figures'), { recursive: true });
writeFileSync(join(runs, 'good', 'figures', 'det.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
writeFileSync(join(runs, 'good', 'figures', 'det.html'), 'no figure');

let server: RunServer;
beforeAll(async () => {
  server = await serveRuns({ directory: runs, port: 0 });
});
afterAll(() => server.close());
const get = (path: string, how?: Parameters<typeof ask>[2]) => ask(server.url, path, how);

describe('the list of runs', () => {
  it('shows every run two levels down with its digest, systems, datasets and reports', async () => {
    const { status, headers, body } = await get('/');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    for (const text of [written.digest, 'Made-up suite', 'made-model', '<dd>made-up</dd>', 'falsematch 0.'])
      expect(body).toContain(text);
    expect(body).toContain('href="/good/report.html"');
    expect(body).toContain('href="/group/second%20one/report.html"');
    expect(body.match(/<article>/g)).toHaveLength(5);
    expect(body).not.toMatch(/third|hidden|linked|way-out/);
  });

  it('says what is wrong with a broken run and with an older one, and not where they lie', async () => {
    const { body } = await get('/');
    expect(body).toContain('<p class="problem">broken/run.json is not JSON');
    expect(body).toContain('old/run.json has the schema &quot;falsematch-run/1&quot;');
    expect(body).toContain('Not there: report.html, report.md.');
    expect(body).not.toContain(folder);
  });

  it('keeps hostile titles inert, under a policy that allows its own style alone', async () => {
    const { headers, body } = await get('/');
    expect(body).not.toContain('<script');
    expect(body).not.toContain('"onload');
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;onload=&#39;&amp;');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*style-src 'sha256-[\w+/]{43}='$/);
  });

  it('is read anew for every request', async () => {
    put(good, 'later');
    expect((await get('/?again')).body).toContain('<dd>later</dd>');
    rmSync(join(runs, 'later'), { recursive: true });
    expect((await get('/')).body).not.toContain('<dd>later</dd>');
  });
});

describe('the files of a run', () => {
  it.each([
    ['/good/report.html', 'report.html', 'text/html; charset=utf-8'],
    ['/good/report.md', 'report.md', 'text/markdown; charset=utf-8'],
    ['/good/metrics.csv', 'metrics.csv', 'text/csv; charset=utf-8'],
    ['/good/run.json?x=1', 'run.json', 'application/json; charset=utf-8'],
    ['/good/timings.json', 'timings.json', 'application/json; charset=utf-8'],
    ['/good/junit.xml', 'junit.xml', 'application/xml; charset=utf-8'],
    [`/good/${TABLE}`, TABLE, 'text/csv; charset=utf-8'],
    ['/good/figures/det.svg', 'figures/det.svg', 'image/svg+xml; charset=utf-8'],
  ])('%s is given out whole with its type, and never kept or guessed', async (path, file, type) => {
    const { status, headers, body } = await get(path);
    expect([status, body]).toEqual([200, readFileSync(join(runs, 'good', file), 'utf8')]);
    expect(headers).toMatchObject({
      'content-type': type,
      'content-length': String(Buffer.byteLength(body)),
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; /),
    });
  });

  it('lets scripts run in report.html alone, in an origin of its own', async () => {
    const policies = await Promise.all(
      ['/good/report.html', '/good/report.md', '/good/figures/det.svg'].map(
        async (path) => (await get(path)).headers['content-security-policy'],
      ),
    );
    expect(policies.map((policy) => /script-src 'unsafe-inline'; sandbox allow-scripts/.test(String(policy)))).toEqual([
      true,
      false,
      false,
    ]);
    expect(String(policies[2])).not.toContain('script-src');
    expect(String(policies[0])).not.toContain('allow-same-origin');
  });

  it('answers HEAD without a body', async () => {
    for (const path of ['/', '/good/report.md']) {
      const { status, headers, body } = await get(path, { method: 'HEAD' });
      expect([status, body]).toEqual([200, '']);
      expect(Number(headers['content-length'])).toBeGreaterThan(100);
    }
  });

  it('gives out the reports of a run of an older version', async () => {
    expect((await get('/old/report.html')).status).toBe(200);
    expect((await get(`/old/${TABLE}`)).status).toBe(404);
  });
});

describe('nothing else is given out', () => {
  it.each([
    '/../secret.txt',
    '/good/../../secret.txt',
    '/good/../secret.txt',
    '/%2e%2e/secret.txt',
    '/good/%2e%2e/%2E%2E/secret.txt',
    '/good/..%2f..%2fsecret.txt',
    '/good\\..\\..\\secret.txt',
    '/good\\report.md',
    '/good/%5c..%5csecret.txt',
    '/good/report.md%00',
    '/good/report.md%00.html',
    '/good%2freport.md',
    '//good/report.md',
    '/good//report.md',
    '/good/./report.md',
    '/good/report.md/',
    `/${join(folder, 'secret.txt')}`,
    `${join(folder, 'secret.txt')}`,
    'http://127.0.0.1/good/report.md',
    '/good',
    '/good/',
    '/good/scores',
    '/good/secret.txt',
    '/secret.txt',
    '/good/figures/det.html',
    '/good/figures/../run.json',
    '/broken/report.md',
    '/way-out/secret.txt',
    '/way-out/runs/good/report.md',
    '/linked/report.md',
    '/.hidden/report.md',
    '/too/deep/third/report.md',
    '/good/REPORT.MD',
    '/%ff',
    '/%',
    '/favicon.ico',
    '*',
  ])('%s is not there', async (path) => {
    const { status, headers, body } = await get(path);
    expect([status, body]).toEqual([404, 'There is no such file of a run here; the list of runs is at /.\n']);
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none'/),
    });
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is refused', async (method) => {
    const { status, headers } = await get('/good/report.md', { method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

describe('whom it answers', () => {
  const port = () => new URL(server.url).port;

  it.each(['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST'])('%s, with its port', async (name) => {
    expect((await get('/', { host: `${name}:${port()}` })).status).toBe(200);
  });

  it.each([
    () => 'evil.example',
    () => `evil.example:${port()}`,
    () => 'localhost',
    () => 'localhost:1',
    () => `localhost.evil.example:${port()}`,
    () => `localhost:${port()}.evil.example`,
    () => `127.0.0.2:${port()}`,
  ])('and nobody else, %#', async (host) => {
    const { status, body } = await get('/good/report.md', { host: host() });
    expect([status, body]).toEqual([421, `This server answers to localhost:${port()} only.\n`]);
  });

  it('listens on this machine alone', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });
});

describe('serveRuns', () => {
  it('shows a folder that is itself a run', async () => {
    const own = await serveRuns({ directory: good, port: 0 });
    expect((await ask(own.url, '/')).body).toContain('href="/report.html"');
    expect((await ask(own.url, `/${TABLE}`)).status).toBe(200);
    expect((await ask(own.url, '/secret.txt')).status).toBe(404);
    await own.close();
  });

  it('says that there is no run yet, and that the folder went away', async () => {
    const empty = temporaryFolder();
    const problems: unknown[] = [];
    const own = await serveRuns({ directory: empty, port: 0, onProblem: (problem) => problems.push(problem) });
    expect((await ask(own.url, '/')).body).toContain('There is no run here yet');
    rmSync(empty, { recursive: true });
    const { status, body } = await ask(own.url, '/');
    expect([status, body]).toEqual([500, expect.stringContaining('there is no such folder')]);
    expect(problems).toHaveLength(1);
    await own.close();
  });

  it('ends with its connections', async () => {
    const own = await serveRuns({ directory: runs, port: 0 });
    await own.close();
    await expect(ask(own.url, '/')).rejects.toThrow('ECONNREFUSED');
  });

  it('refuses a port that is taken, one that is none, and a folder that is not there', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    await expect(serveRuns({ directory: runs, port })).rejects.toThrow(
      `Port ${port} cannot be had: something else listens there; choose another with --port`,
    );
    taken.close();
    for (const bad of [-1, 65_536, 1.5, Number.NaN])
      await expect(serveRuns({ directory: runs, port: bad })).rejects.toThrow('--port must be a whole number');
    await expect(serveRuns({ directory: join(runs, 'none'), port: 0 })).rejects.toThrow('there is no such folder');
    await expect(serveRuns({ directory: join(runs, 'secret.txt'), port: 0 })).rejects.toThrow('it is not a folder');
  });
});
