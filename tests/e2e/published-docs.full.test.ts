import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rateText } from '../../src/report/format.js';
import { readRun } from '../../src/results/read-run.js';
import { cli } from '../support/cli.js';

const ROOT = join(import.meta.dirname, '..', '..');

it('on LFW View 2 mobilefacenet-y1 is as accurate as published, by the honest protocol, failures counted', async () => {
  const { rows } = await readRun(join(ROOT, 'results', 'lfw'));
  const row = rows.find(
    ({ model, metric, group }) => model === 'mobilefacenet-y1' && metric === 'accuracy-10fold' && group === 'all',
  );
  expect(row?.trials).toBe(6000);
  expect(row?.value).toBeGreaterThanOrEqual(0.993);
  expect(row?.value).toBeLessThanOrEqual(0.9965);
});

it('the table of plates through conditions shows what the published run measured', async () => {
  const { rows } = await readRun(join(ROOT, 'results', 'plates-street'));
  const text = readFileSync(join(ROOT, 'docs', 'plates.md'), 'utf8');
  const table = text.slice(text.indexOf('| condition | Europe'), text.indexOf('\n\n- Between 100'));
  const shown = table.split('\n').slice(2);
  expect(shown.length).toBeGreaterThan(10);
  for (const line of shown) {
    const [name = '', ...cells] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const density = /^(\d+) px\/m/.exec(name)?.[1];
    const condition = name === 'as published' ? '' : density ? `pixel-density-${density}` : name.replaceAll('`', '');
    for (const [at, cell] of cells.entries()) {
      const task = ['eu', 'us', 'synthetic'][at];
      const row = rows.find(
        (row) =>
          row.task === (condition === '' ? task : `${task}.${condition}`) &&
          `${row.model} ${row.metric} ${row.at} ${row.group}` === 'y5fu-320_cct-xs plate-exact strict all',
      );
      expect(cell, `${task} ${condition}`).toBe(row ? rateText(row).replace(/ of [\d,]+$/, '') : '');
    }
  }
});

it('every command and option that README and docs name is there', async () => {
  const texts = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((name) => join('docs', name))].map((name) =>
    readFileSync(join(ROOT, name), 'utf8'),
  );
  const named = new Set(
    texts.flatMap((text) =>
      [
        ...text.matchAll(
          /falsematch ((?:models|datasets|cache|plates|conditions|deployment|claims) [a-z]+(?:-[a-z]+)*|run|verify|report|rate|scores|templates|compare|suspects|speed|doctor|serve|completion)\b/g,
        ),
      ].map(([, command = '']) => command),
    ),
  );
  expect(named.size).toBeGreaterThan(5);
  for (const command of named) {
    const { code, stdout } = await cli([...command.split(' '), '--help']);
    // Help is given for a command that there is not, too: that of the whole program.
    expect([code, stdout]).toEqual([0, expect.stringContaining(`Usage: falsematch ${command} `)]);
  }
  const helps = await Promise.all(
    [
      'run',
      'verify',
      'report',
      'compare',
      'suspects',
      'rate',
      'scores',
      'templates',
      'datasets import',
      'cache purge',
      'plates watch-list',
      'plates draw',
      'conditions show',
      'deployment camera',
      'deployment alarms',
      'claims check',
      'claims freeze',
      'models pull',
      'models add',
      'models check',
      'speed',
      'datasets pull',
      'serve',
      'completion',
      'doctor',
    ].map((command) => cli([...command.split(' '), '--help'])),
  );
  const help = helps.map(({ stdout }) => stdout).join('\n');
  for (const text of texts) {
    for (const [, line = ''] of text.matchAll(/falsematch (.*)/g)) {
      for (const [option] of line.matchAll(/--[a-z]+/g)) expect(help, line).toContain(option);
    }
  }
});
