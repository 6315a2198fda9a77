import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cli } from '../support/cli.js';

const camera = (options: string) => cli(['deployment', 'camera', ...options.split(' ')]);

it('takes every option, and prints the same as JSON', async () => {
  const { code, stdout, stderr } = await camera(
    '--sensor 3840x2160 --hfov 60deg --distance 400cm --height 3m --face-width 0.14 --eyes 60mm --plate-width 0.305 --json',
  );
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({
    slantDistance: 5,
    face: { width: 0.14 },
    eyes: { width: 0.06 },
    plate: { width: 0.305 },
    schemes: [{ highest: 'identify' }, { highest: 'validate' }],
  });
});

it('refuses what is no camera in one sentence, with exit 2', async () => {
  const { code, stdout, stderr } = await camera('--sensor 3840x2160 --hfov 180 --distance 15');
  expect(stderr).toMatch(/^A horizontal field of view is above 0 and below 170 deg, found 180; [^\n]*\n$/);
  expect([code, stdout]).toEqual([2, '']);
});

it('docs/deployment.md shows what the commands print', async () => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'deployment.md'), 'utf8');
  const shown = [...text.matchAll(/```text\n\$ falsematch deployment camera (.*)\n([\s\S]*?)```/g)];
  expect(shown.length).toBeGreaterThanOrEqual(2);
  expect(shown[0]?.[2]).toMatch(/subject +221\.7 px\/m[\s\S]* 14\.0 px apart/);
  for (const [, options = '', output] of shown) expect((await camera(options)).stdout).toBe(output);
});
