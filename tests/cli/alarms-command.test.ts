import { expect, it } from 'vitest';
import { type AlarmsFlags, alarmsCommand } from '../../src/cli/alarms-command.js';

const GOOD: AlarmsFlags = { cameras: '1000', faces: '5000', listed: '1/100000', fpir: '1/6000', tpir: '0.89' };
const { faces: _, ...NO_FACES } = GOOD;
const { fpir: __, tpir: ___, ...NO_RATES } = GOOD;
const RUN = 'results/street';

it.each<[AlarmsFlags, string]>([
  [{ ...GOOD, tpir: '89' }, 'TPIR is a share from 0 to 1, found 89; write 0.89 or 89%.'],
  [{ ...GOOD, fpir: '1/0' }, '--fpir divides by zero'],
  [{ ...GOOD, fpir: '0.1:0.3..0.2' }, 'FPIR: a range goes from its low to its high end'],
  [{ ...GOOD, listed: '-0.1' }, 'The listed share of passages is a share from 0 to 1, found -0.1'],
  [{ ...GOOD, cameras: '1e3' }, '--cameras must be a whole number in digits alone, such as 3000; found "1e3".'],
  [{ ...GOOD, plates: '5000' }, 'Give --faces or --plates, not both'],
  [NO_FACES, 'How much passes a camera in a day is missing; add --faces 5000'],
  [NO_RATES, '--fpir and --tpir are missing'],
  [{ ...NO_RATES, fpir: '0.1' }, '--tpir is missing; type the rate, or take both from a run directory by --run.'],
  [{ ...NO_RATES, tpir: '0.1' }, '--fpir is missing'],
  [{ ...GOOD, run: RUN }, '--run brings FPIR and TPIR along; leave out --fpir and --tpir'],
  [{ ...GOOD, at: '1e-2' }, '--at chooses among the figures of a run, which is missing; add --run.'],
  [{ ...GOOD, ppv: 'half' }, '--ppv takes a number such as'],
  [{ ...GOOD, hours: '25' }, 'Hours a day must be above 0 and at most 24, found 25.'],
  [{ ...GOOD, searchesPerPassage: '2.5' }, '--searches-per-passage must be a whole number'],
  [{ ...NO_RATES, run: 'nowhere' }, 'nowhere is not a complete run directory: it has no run.json'],
])('refuses %j before it prints anything', async (flags, message) => {
  await expect(alarmsCommand(flags)).rejects.toThrow(message);
});
