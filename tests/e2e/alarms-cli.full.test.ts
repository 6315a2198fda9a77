import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cli } from '../support/cli.js';

const ROOT = join(import.meta.dirname, '..', '..');
const alarms = (options: string) => cli(['deployment', 'alarms', ...options.split(' ')], { cwd: ROOT });

const CITY = '--cameras 1000 --faces 5000 --listed 1/100000';

it('prints the same as JSON', async () => {
  const { code, stdout, stderr } = await alarms(
    `${CITY} --fpir 1/6000:1/9000..1/4000 --tpir 89% --hours 18 --operators 3 --passes 365 --ppv 50% --budget 10 --json`,
  );
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({
    cameras: 1000,
    fpir: { value: 1 / 6000, low: 1 / 9000, level: null },
    scenarios: [{ searches: 'single', innocent: { passes: 365 }, neededForPpv: { target: 0.5 } }],
    sensitivity: [{ input: 'fpir' }],
    measured: null,
  });
});

it('refuses a rate above 1 in one sentence, with exit 2', async () => {
  const { code, stdout, stderr } = await alarms(`${CITY} --fpir 0.01 --tpir 89`);
  expect(stderr).toBe('TPIR is a share from 0 to 1, found 89; write 0.89 or 89%.\n');
  expect([code, stdout]).toEqual([2, '']);
});
