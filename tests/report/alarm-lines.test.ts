import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmFacts } from '../../src/deployment/alarm-facts.js';
import type { Deployment } from '../../src/deployment/deployment.js';
import type { MeasuredRates } from '../../src/deployment/rates-of-run.js';
import { alarmLines } from '../../src/report/alarm-lines.js';

const CITY: Deployment = { cameras: 1000, passagesPerCamera: 5000, listed: 1e-5, fpir: 1 / 6000, tpir: 0.89 };

/** Lines that were broken are put together again. */
const text = (deployment: Deployment, measured?: MeasuredRates) =>
  alarmLines(alarmFacts(deployment), measured).join('\n');
const flat = (...of: Parameters<typeof text>) => text(...of).replace(/\s+/g, ' ');

const RATE = { level: 0.95, method: 'adjusted-wilson', threshold: 0.4, calibration: 'self', resolvable: 'yes' };

const MEASURED: MeasuredRates = {
  task: {
    id: 'lists',
    title: 'Lists drawn',
    caveat: 'Few are searched for.',
    search: { lists: 'drawn', kind: 'sizes', consolidate: 'best', per: 'sample' },
  },
  model: 'm',
  at: '1e-2',
  listSize: 1000,
  fpir: { ...RATE, value: 0.01, low: 0.0075, high: 0.013, errors: 61, trials: 6100 },
  tpir: { ...RATE, value: 0.95, low: 0.92, high: 0.97, errors: 418, trials: 440 },
  concentration: { state: 'unavailable', reason: 'it ranks no people by their false matches' },
};

const { fpir, tpir } = MEASURED;
const ofRun: Deployment = { ...CITY, fpir, tpir, measuredListSize: 1000 };

describe('alarmLines', () => {
  it.each([
    [1000, 1 / 6000, '833', '44.5', '5.1%'],
    [1000, 1 / 60_000, '83', '44.5', '34.8%'],
    [1000, 0.003, '15,000', '44.5', '0.30%'],
    [100, 1 / 6000, '83', '4.5', '5.1%'],
  ])('%i cameras at an FPIR of %f', (cameras, rate, falseAlarms, trueAlarms, ppv) => {
    const lines = text({ ...CITY, cameras, fpir: rate }).split('\n');
    expect(lines).toContain(`  false alarms a day                   ${falseAlarms}`);
    expect(lines).toContain(`  true alarms a day                    ${trueAlarms}`);
    expect(lines).toContain(`  true alarms among all alarms (PPV)   ${ppv}`);
  });

  it('says what each rate is a share of, and each number is by', () => {
    const lines = text(CITY);
    expect(flat(CITY)).toMatch(
      /^1,000 cameras, 5,000 faces a camera a day: 5,000,000 passages a day, 1 in 100,000 of them of a listed person; 1 operator at a time, 24 hours a day /,
    );
    expect(lines).toMatch(/^ {2}FPIR, share of searches for others +0\.0167%, 1 in 6,000$/m);
    expect(lines).toMatch(/^ {2}TPIR, share of searches for listed +89%$/m);
    expect(lines).toMatch(/^Alarms to expect, one search a passage$/m);
    expect(lines).toMatch(/^ {2}false alarms a year +304,000$/m);
    expect(lines).toMatch(/^ {2}false alarms a camera a day +0\.83$/m);
    expect(lines).toMatch(/^ {2}alarms an operator an hour +36\.6$/m);
    expect(flat({ ...CITY, of: 'plates', listSize: 200 })).toMatch(
      /5,000 plates a camera .* of a listed plate.* size of the list they are for 200 /,
    );
  });

  it('never gives the chance of an innocent person without its warning', () => {
    for (const lines of [flat(CITY), flat(ofRun, MEASURED), flat({ ...CITY, searchesPerPassage: 4 })]) {
      expect(lines).toMatch(
        /passes 730 times a year, as if passes were independent sets off at least one false alarm \d/,
      );
      expect(lines).toContain('Warning: false matches cluster on the same people.');
    }
    expect(text(CITY)).toMatch(/sets off at least one false alarm +11\.5%$/m);
    expect(flat({ ...CITY, of: 'plates' })).toContain('cluster on the same plates');
  });

  it('prints how much they cluster, where that was measured, and else why not', () => {
    expect(flat(ofRun, MEASURED)).toContain(
      'This run has not measured how much: it ranks no people by their false matches.',
    );
    const worst = [{ part: '10%', share: 43 / 60, ends: 43, allEnds: 60, chance: { low: 0.55, high: 0.767 } }];
    const lines = flat(ofRun, {
      ...MEASURED,
      concentration: { state: 'measured', task: 'by-gender', at: '1e-3', worst },
    });
    expect(lines).toContain(
      'Measured for m in the task by-gender, at FMR 1e-3: the worst 10% of people carry 71.7% of the ends of false matches, 43 of 60; chance alone gives 55.0% to 76.7%.',
    );
  });

  it('prints the rates of a run with their trials, intervals and what set the threshold', () => {
    const lines = text(ofRun, MEASURED);
    expect(lines).toMatch(/FPIR, share of searches for others +1% \[0\.75, 1\.3\] 61 of 6,100$/m);
    expect(lines).toMatch(/TPIR, share of searches for listed +95% \[92, 97\] 418 of 440$/m);
    expect(lines).toMatch(/false alarms a day +50,000 \[37,500, 65,000\]$/m);
    const words = flat(ofRun, MEASURED);
    expect(words).toContain(
      'Measured: m, task lists (Lists drawn), at a threshold for FPIR 1e-2 that these same searches have set. One search a sample.',
    );
    expect(words).toContain('Few are searched for.');
    expect(words).toContain('what rests on both, such as PPV, with at least 90% confidence (Bonferroni)');
    const weak = { ...MEASURED, fpir: { ...fpir, calibration: 'others', resolvable: 'no: few alarms' } };
    expect(flat(ofRun, weak)).toContain('that others has set.');
    expect(flat(ofRun, weak)).toContain('61 of 6,100 * ');
    expect(flat(ofRun, weak)).toContain('* not resolved: few alarms');
  });

  it('says that ranges which were typed in have no confidence', () => {
    const listed = { value: 1e-5, low: 1e-6, high: 1e-4 };
    expect(flat({ ...CITY, listed })).toMatch(/Brackets join .* Ranges that were typed in have no confidence/);
    expect(flat({ ...CITY, listed })).not.toContain('Bonferroni');
    expect(flat({ ...ofRun, listed }, MEASURED)).toContain(
      'The intervals of the rates hold at once with at least 90% confidence.',
    );
    expect(flat(CITY)).not.toContain('Brackets');
  });

  it('shows which input matters most, in a table and in bars', () => {
    const lines = text({
      ...CITY,
      listed: { value: 1e-5, low: 1e-6, high: 1e-4 },
      fpir: { value: 1 / 6000, low: 1 / 9000, high: 1 / 4000 },
      tpir: { value: 0.89, low: 0.8, high: 0.95 },
      passagesPerCamera: { value: 5000, low: 3000, high: 8000 },
    });
    expect(lines).toContain(`
  input               at              false alarms a day  PPV
  listed share, low   1 in 1,000,000  833                 0.53%
  listed share, high  1 in 10,000     833                 34.8%
  FPIR, low           1 in 9,000      556                 7.4%
  FPIR, high          1 in 4,000      1,250               3.4%
  TPIR, low           80%             833                 4.6%
  TPIR, high          95%             833                 5.4%
  faces a day, low    3,000,000       500                 5.1%
  faces a day, high   8,000,000       1,330               5.1%
  PPV from 0.53% to 34.8%; | is 5.1%
  listed share  =======|===========================================
  FPIR              ===|===
  TPIR                =|
  faces a day          |
`);
    expect(flat(CITY)).toContain('No input has a range');
  });

  it('keeps the searches of a passage apart from the passage', () => {
    const lines = text({ ...CITY, searchesPerPassage: 10 });
    expect(lines).toMatch(/^If the 10 searches of a passage all said the same, one alarm a passage$/m);
    expect(lines).toMatch(/^If the 10 searches of a passage were independent, one alarm a passage$/m);
    expect(lines.match(/searches with a false alarm a day +8,330$/gm)).toHaveLength(2);
    expect(lines).toMatch(/FPIR of a whole passage +0\.167%, 1 in 600$/m);
    expect(lines).toMatch(/TPIR of a whole passage +>99\.99%$/m);
    expect(lines).toMatch(/listed passages missed a day +<0\.001$/m);
    expect(flat({ ...CITY, searchesPerPassage: 10, tpir: { value: 0.89, low: 0.8, high: 1 } })).toContain(
      'the others as given, searches of a passage all the same',
    );
  });

  it('says which FPIR a PPV or a budget takes, and what would show it', () => {
    const lines = text({ ...CITY, ppv: 0.5, budget: 10 });
    expect(lines).toMatch(
      /FPIR for a PPV of 50% +0\.00089%, 1 in 112,358\n +shown by searches without an alarm 336,595, with 95% confidence$/m,
    );
    expect(lines).toMatch(/FPIR for 10 false alarms a day +0\.0002%, 1 in 499,995$/m);
    expect(text({ ...CITY, listed: 0, ppv: 0.5 })).toMatch(/FPIR for a PPV of 50% +none gives it: no true alarm/);
    expect(text({ ...CITY, budget: 1e9 })).toMatch(/FPIR for 1,000,000,000 false alarms a day\s+any$/m);
    expect(text({ ...CITY, ppv: 1 })).toMatch(/FPIR for a PPV of 100% +0%$/m);
  });

  it('warns of a list of another size', () => {
    const longer = flat({ ...ofRun, listSize: 10_000 }, MEASURED);
    expect(longer).toMatch(
      /Warning: FPIR is of a list of 1,000, and this list has 10,000\. .* as if the comparisons of a search were independent: FPIR, predicted 9\.56%/,
    );
    expect(longer).toContain('make the true figure smaller.');
    expect(flat({ ...ofRun, listSize: 100 }, MEASURED)).toContain('make the true figure larger.');
    expect(flat({ ...ofRun, listSize: 1000 }, MEASURED)).not.toContain('predicted');
  });

  it('says that there are no alarms', () => {
    const none = text({ ...CITY, fpir: 0, tpir: 0 });
    expect(none).toMatch(/true alarms among all alarms \(PPV\) +no alarms$/m);
    expect(none).toMatch(/false alarms a day +0$/m);
    expect(text({ ...CITY, fpir: { value: 0, low: 0, high: 0.1 }, tpir: 0 })).toMatch(/FPIR, low +0% +0 +no alarms$/m);
  });

  it('fits 80 columns and knows every number', () => {
    const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 1e-9, 1e-13, 0.999999));
    const range = fc.tuple(share, share, share).map((three) => {
      const [low = 0, value = 0, high = 0] = three.sort((a, b) => a - b);
      return { value, low, high, level: 0.95 };
    });
    const count = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(range, range, range, count, count, fc.constantFrom(1, 25), (a, b, listed, cameras, passes, times) => {
        const deployment = { ...CITY, fpir: a, tpir: b, listed, cameras, passes, searchesPerPassage: times };
        const lines = alarmLines(
          alarmFacts({ ...deployment, ppv: 0.5, budget: 1, measuredListSize: 10, listSize: 99 }),
        );
        expect(lines.filter((line) => line.length > 80)).toEqual([]);
        expect(lines.join('\n')).not.toMatch(/NaN|Infinity|undefined|null/);
      }),
    );
  });
});
