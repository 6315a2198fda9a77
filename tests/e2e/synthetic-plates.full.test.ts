import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cli } from '../support/cli.js';

const CARD = `
name: few-plates
title: A few made-up plates
kind: plates
licence: { name: none, use: any }
consent: none needed
generate:
  { generator: synthetic-plates, version: 1, seed: 9, count: 3, formats: [serbia, eu, us], conditions: [clean], width: 320, height: 240 }
content: { files: 5 }
layout: { reader: plates-csv, manifest: labels.csv }
`;

function homeWithCard(card = CARD): string {
  const home = mkdtempSync(join(tmpdir(), 'falsematch-'));
  mkdirSync(join(home, 'cards', 'datasets'), { recursive: true });
  writeFileSync(join(home, 'cards', 'datasets', 'few-plates.yaml'), card);
  return home;
}

it('datasets ls, pull, check, show and remove know what is made on this machine', async () => {
  const home = homeWithCard();
  const datasets = async (...args: string[]) => {
    const { code, stdout, stderr } = await cli(['datasets', ...args, '--home', home, '--offline']);
    expect(stderr.replace(/^few-plates: \d+ of \d+ \(\d+%\).*\n/gm, '')).toBe('');
    expect(code).toBe(0);
    return stdout;
  };
  expect(await datasets('ls')).toMatch(/^few-plates +plates +made on demand +any +A few made-up plates$/m);
  expect(await datasets('pull', 'few-plates')).toMatch(/^few-plates: 5 files, content digest [0-9a-f]{64}, in /);
  expect(await datasets('ls')).toMatch(/^few-plates +plates +here /m);
  expect(await datasets('check', 'few-plates')).toBe('few-plates: ok (unpacked)\n');
  expect(await datasets('show', 'few-plates')).toMatch(/generator: synthetic-plates[\s\S]*few-plates: here\n$/);
  expect(await datasets('remove', 'few-plates')).toContain('few-plates: deleted');
}, 60_000);

it('refuses a card that is fetched and made', async () => {
  const file = `files: [{ name: a.tgz, sha256: ${'a'.repeat(64)}, sources: [local] }]\n`;
  const { code, stderr } = await cli(['datasets', 'ls', '--home', homeWithCard(CARD + file)]);
  expect(code).toBe(2);
  expect(stderr).toContain('The dataset card few-plates has "files" and "generate"');
});
