import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmFacts } from '../../src/deployment/alarm-facts.js';
import type { Deployment } from '../../src/deployment/deployment.js';
import { FalsematchError } from '../../src/files/errors.js';

const CITY: Deployment = { cameras: 1000, passagesPerCamera: 5000, listed: 1e-5, fpir: 1 / 6000, tpir: 0.89 };
const first = (deployment: Deployment) => alarmFacts(deployment).scenarios[0];

describe('alarmFacts', () => {
  it('gives alarms by day, year, camera and operator, and the chance of one innocent person', () => {
    const facts = alarmFacts(CITY);
    expect(facts).toMatchObject({
      of: 'faces',
      hours: 24,
      operators: 1,
      passes: 730,
      prediction: null,
      sensitivity: [],
    });
    expect(facts.passagesPerDay.value).toBe(5e6);
    expect(facts.scenarios).toHaveLength(1);
    const [scenario] = facts.scenarios;
    expect(scenario?.searches).toBe('single');
    expect(scenario?.perDay.falseAlarms.value).toBeCloseTo(833.325, 9);
    expect(scenario?.perDay.trueAlarms.value).toBeCloseTo(44.5, 9);
    expect(scenario?.perDay.missed.value).toBeCloseTo(5.5, 9);
    expect(scenario?.perYear.falseAlarms.value).toBeCloseTo(304_163.625, 6);
    expect(scenario?.perYear.trueAlarms.value).toBeCloseTo(16_242.5, 6);
    expect(scenario?.perCamera.falseAlarms.value).toBeCloseTo(0.833325, 12);
    expect(scenario?.perOperatorHour.value).toBeCloseTo(877.825 / 24, 9);
    expect(scenario?.ppv?.value).toBeCloseTo(0.0506935, 6);
    expect(scenario?.innocent).toMatchObject({ passes: 730, chance: { value: expect.closeTo(0.1145655, 6) } });
    expect([scenario?.neededForPpv, scenario?.neededForBudget]).toEqual([null, null]);
  });

  it('a tenth of the cameras has a tenth of the alarms and the same PPV', () => {
    const cameras = fc.integer({ min: 1, max: 1000 });
    const share = fc.double({ min: 1e-6, max: 1, noNaN: true });
    fc.assert(
      fc.property(cameras, share, share, share, (few, fpir, tpir, listed) => {
        const [here, there] = [few, few * 10].map((number) => first({ ...CITY, cameras: number, fpir, tpir, listed }));
        const falseAlarms = here?.perDay.falseAlarms.value ?? Number.NaN;
        expect(there?.perDay.falseAlarms.value).toBeCloseTo(falseAlarms * 10, 4);
        expect(there?.ppv?.value).toBeCloseTo(here?.ppv?.value ?? Number.NaN, 12);
        expect(there?.innocent).toEqual(here?.innocent);
      }),
    );
  });

  it('shares alarms among operators and their hours', () => {
    expect(first({ ...CITY, operators: 3, hours: 18 })?.perOperatorHour.value).toBeCloseTo(877.825 / 54, 9);
  });

  it('carries intervals on, with the confidence that all of them hold at once', () => {
    const scenario = first({
      ...CITY,
      fpir: { value: 1 / 6000, low: 1 / 9000, high: 1 / 4000, level: 0.95 },
      tpir: { value: 0.89, low: 0.8, high: 0.95, level: 0.95 },
      ppv: 0.5,
      budget: 10,
    });
    expect(scenario?.perDay.falseAlarms).toEqual({
      value: expect.closeTo(833.325, 6),
      low: expect.closeTo(555.55, 6),
      high: expect.closeTo(1249.9875, 6),
      level: 0.95,
    });
    expect(scenario?.perDay.trueAlarms).toMatchObject({ low: expect.closeTo(40, 9), high: expect.closeTo(47.5, 9) });
    // The lowest PPV has the highest FPIR and the lowest TPIR.
    expect(scenario?.ppv).toEqual({
      value: expect.closeTo(0.0506935, 6),
      low: expect.closeTo(40 / 1289.9875, 9),
      high: expect.closeTo(47.5 / 603.05, 9),
      level: 0.9,
    });
    expect(scenario?.neededForPpv?.fpir).toMatchObject({
      low: expect.closeTo(8e-6, 9),
      high: expect.closeTo(9.5e-6, 9),
    });
    expect(scenario?.neededForBudget).toMatchObject({
      target: 10,
      fpir: { value: expect.closeTo(2e-6, 9), level: null },
    });
  });

  it('keeps searches and passages apart', () => {
    const facts = alarmFacts({ ...CITY, searchesPerPassage: 10, ppv: 0.5 });
    const [alike, independent] = facts.scenarios;
    expect(facts.falseSearchesPerDay.value).toBeCloseTo(8333.25, 6);
    expect([alike?.searches, independent?.searches]).toEqual(['alike', 'independent']);
    expect(alike?.perDay.falseAlarms.value).toBeCloseTo(833.325, 9);
    const ofPassage = 1 - (1 - 1 / 6000) ** 10;
    expect(independent?.perPassage.fpir.value).toBeCloseTo(ofPassage, 12);
    expect(independent?.perDay.falseAlarms.value).toBeCloseTo(4_999_950 * ofPassage, 6);
    expect(independent?.innocent.chance.value).toBeCloseTo(1 - (1 - ofPassage) ** 730, 12);
    // The FPIR that is needed is that of a search: used there, it gives the PPV.
    const needed = independent?.neededForPpv?.fpir?.value ?? Number.NaN;
    const again = alarmFacts({ ...CITY, searchesPerPassage: 10, fpir: needed }).scenarios[1];
    expect(again?.ppv?.value).toBeCloseTo(0.5, 9);
  });

  it('predicts for a list of another size, and says as if what', () => {
    const { prediction } = alarmFacts({ ...CITY, fpir: 0.01, measuredListSize: 1000, listSize: 10_000 });
    expect(prediction?.assumption).toMatch(/^as if .* independent, at the same threshold$/);
    expect(prediction?.fpir.value).toBeCloseTo(1 - 0.99 ** 10, 12);
    expect(prediction?.falseAlarmsPerDay.value).toBeCloseTo(4_999_950 * (1 - 0.99 ** 10), 4);
    expect(alarmFacts({ ...CITY, measuredListSize: 1000, listSize: 1000 }).prediction).toBeNull();
  });

  it('bears that there are no alarms', () => {
    const scenario = first({ ...CITY, fpir: 0, tpir: 0, ppv: 0.5 });
    expect(scenario).toMatchObject({ ppv: null, neededForPpv: { target: 0.5, fpir: null } });
  });

  it.each<[Partial<Deployment>, string]>([
    [{ cameras: 0 }, 'The number of cameras must be a whole number from 1 to 10000000000, found 0.'],
    [{ cameras: 1.5 }, 'found 1.5'],
    [{ passagesPerCamera: -5 }, 'Faces a camera a day must be from 0 to 10000000000, found -5.'],
    [{ passagesPerCamera: 0, of: 'plates' }, 'Plates a camera a day must be above 0'],
    [{ listed: 2 }, 'The listed share of passages is a share from 0 to 1, found 2; write 0.02 or 2%.'],
    [{ tpir: 89 }, 'TPIR is a share from 0 to 1, found 89; write 0.89 or 89%.'],
    [{ fpir: -0.1 }, 'FPIR is a share from 0 to 1, found -0.1; write 1e-4 or 1/10000.'],
    [{ fpir: Number.NaN }, 'found NaN'],
    [{ fpir: { value: 0.2, low: 0.3, high: 0.1 } }, 'FPIR: a range goes from its low to its high end, found 0.3..0.1'],
    [
      { fpir: { value: 0.5, low: 0.1, high: 0.3 } },
      'FPIR: the value must lie within its range, found 0.5 with 0.1..0.3',
    ],
    [
      { fpir: { value: 0.2, low: 0.1, high: 0.3, level: 95 } },
      'The confidence level must lie between 0 and 1, found 95',
    ],
    [{ searchesPerPassage: 0 }, 'The number of searches of a passage must be a whole number'],
    [{ hours: 25 }, 'Hours a day must be above 0 and at most 24, found 25.'],
    [{ operators: 0 }, 'The number of operators'],
    [{ passes: 0.5 }, 'The number of passes a year'],
    [{ ppv: 50 }, 'The PPV that is asked for is a share from 0 to 1, found 50; write 0.5 or 50%.'],
    [{ ppv: 0 }, 'The PPV that is asked for must be above 0'],
    [{ budget: 0 }, 'The budget of false alarms a day must be above 0'],
    [{ listSize: 0 }, 'The size of the list must be a whole number'],
  ])('refuses %j', (part, message) => {
    expect(() => alarmFacts({ ...CITY, ...part })).toThrow(FalsematchError);
    expect(() => alarmFacts({ ...CITY, ...part })).toThrow(message);
  });
});
