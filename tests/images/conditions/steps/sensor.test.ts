import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SENSOR } from '../../../../src/images/conditions/steps/sensor.js';
import type { Light } from '../../../../src/images/light.js';
import { applyStep, bytesOf, complaint } from '../apply-step.js';
import { greyChart, meanOf, varianceOf } from '../light-charts.js';

const BASE = { fullWell: '10000 e', readNoise: '5 e' };
const flat = (value: number, side = 60): Light => greyChart(side, side, () => value);

describe('sensor', () => {
  // Photon transfer (EMVA 1288): of n values the variance is known to 4 sqrt(2 / n), the mean to 4 sqrt(variance / n).
  it.each([
    { gain: 0, fullWell: 10_000, readNoise: 5, lights: [0.01, 0.05, 0.2, 0.5, 0.9], bits: 12 },
    { gain: 24, fullWell: 10_000, readNoise: 5, lights: [0.005, 0.01, 0.02, 0.04], bits: 12 },
    { gain: 12, fullWell: 2000, readNoise: 2, lights: [0.005, 0.014, 0.02, 0.1], bits: 14 },
    { gain: 0, fullWell: 1000, readNoise: 20, lights: [0.1, 0.3, 0.6], bits: 8 },
  ])('has a variance that rises with the mean at $gain dB, $fullWell e and $readNoise e', async (sensor) => {
    const { fullWell, readNoise, bits } = sensor;
    const factor = 10 ** (sensor.gain / 20);
    for (const light of sensor.lights) {
      const params = { fullWell: `${fullWell} e`, readNoise: `${readNoise} e`, gain: `${sensor.gain} dB`, bits };
      const { data } = await applyStep(SENSOR, params, flat(light));
      const mean = light * factor;
      const variance =
        (factor / fullWell) * mean + ((factor * readNoise) / fullWell) ** 2 + 1 / 12 / (2 ** bits - 1) ** 2;
      expect(Math.abs(varianceOf(data) / variance - 1)).toBeLessThan(4 * Math.sqrt(2 / data.length));
      expect(Math.abs(meanOf(data) - mean)).toBeLessThan(4 * Math.sqrt(variance / data.length));
    }
  });

  it('has read noise alone in the dark, cut off at black', async () => {
    const { data } = await applyStep(SENSOR, { ...BASE, readNoise: '50 e', bits: 14 }, flat(0));
    // Half of a normal number that is cut off at 0 is 0, and its mean is its deviation / sqrt(2 pi).
    expect(data.filter((value) => value === 0).length / data.length).toBeCloseTo(0.5, 1);
    expect(Math.abs(meanOf(data) - 0.005 / Math.sqrt(2 * Math.PI))).toBeLessThan(0.0001);
    const none = await applyStep(SENSOR, { ...BASE, readNoise: '0 e' }, flat(0));
    expect(none.data.every((value) => value === 0)).toBe(true);
  });

  it('fills the well before the gain, and cuts off at white after it', async () => {
    // Of twice what the well holds no photon noise is left, and reading takes half of the values below white.
    const full = await applyStep(SENSOR, { ...BASE, readNoise: '0 e' }, flat(2));
    expect(full.data.every((value) => value === 1)).toBe(true);
    const read = await applyStep(SENSOR, { ...BASE, readNoise: '100 e' }, flat(2));
    expect(read.data.filter((value) => value < 1).length / read.data.length).toBeCloseTo(0.5, 1);
    const bright = await applyStep(SENSOR, { ...BASE, gain: '20 dB' }, flat(0.2));
    expect(bright.data.every((value) => value === 1)).toBe(true);
  });

  it.each([8, 10, 14])('gives whole steps of %d bits', async (bits) => {
    const steps = 2 ** bits - 1;
    const { data } = await applyStep(
      SENSOR,
      { ...BASE, bits },
      greyChart(60, 20, (x) => x / 60),
    );
    for (const value of data) expect(Math.abs(value * steps - Math.round(value * steps))).toBeLessThan(2e-3);
  });

  it('has 12 bits where nothing else is said', async () => {
    const light = greyChart(60, 20, (x) => x / 60);
    expect(await applyStep(SENSOR, BASE, light)).toEqual(await applyStep(SENSOR, { ...BASE, bits: 12 }, light));
    expect(await applyStep(SENSOR, BASE, light)).not.toEqual(await applyStep(SENSOR, { ...BASE, bits: 13 }, light));
  });

  it('has noise of its own in every channel, or one of all three', async () => {
    const correlation = ({ data }: Light) => {
      let sum = 0;
      for (let i = 0; i < data.length; i += 3) sum += (data[i]! - 0.4) * (data[i + 1]! - 0.4);
      return sum / (data.length / 3) / varianceOf(data);
    };
    expect(Math.abs(correlation(await applyStep(SENSOR, BASE, flat(0.4))))).toBeLessThan(0.07);
    const grey = await applyStep(SENSOR, { ...BASE, monochrome: true }, flat(0.4));
    expect(grey.data.every((value, i) => value === grey.data[i - (i % 3)])).toBe(true);
    expect(Math.abs(varianceOf(grey.data) / ((0.4 + 25 / 10_000) / 10_000) - 1)).toBeLessThan(0.1);
  });

  it('is the same for a name and another for another one', async () => {
    const of = async (name: string) => bytesOf(await applyStep(SENSOR, BASE, flat(0.4, 20), { name }));
    expect(await of('a')).toEqual(await of('a'));
    expect(await of('a')).not.toEqual(await of('b'));
    expect(SENSOR.changesByFrame).toBe(true);
  });

  it('gives finite light from black to white, whatever it is given', () => {
    const params = fc.record({
      fullWell: fc.integer({ min: 100, max: 1_000_000 }).map((count) => `${count} e`),
      readNoise: fc.integer({ min: 0, max: 1000 }).map((count) => `${count} e`),
      gain: fc.integer({ min: 0, max: 60 }).map((gain) => `${gain} dB`),
      bits: fc.integer({ min: 8, max: 14 }),
      monochrome: fc.boolean(),
    });
    const light = fc.array(fc.double({ min: 0, max: 4096, noNaN: true }), { minLength: 30, maxLength: 30 });
    return fc.assert(
      fc.asyncProperty(params, light, async (sensor, values) => {
        const image = { width: 5, height: 2, data: Float32Array.from(values) };
        for (const value of (await applyStep(SENSOR, sensor, image)).data) {
          expect(value >= 0 && value <= 1).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('refuses what cannot be', () => {
    const complaintOf = (params: object) => complaint(SENSOR.schema, { step: 'sensor', ...BASE, ...params });
    expect(complaintOf({})).toBe('');
    expect(complaintOf({ fullWell: '10 e' })).toBe('fullWell: must be at least 100 e');
    expect(complaintOf({ readNoise: '-1 e' })).toBe('readNoise: must be at least 0 e');
    expect(complaintOf({ gain: '80 dB' })).toBe('gain: must be at most 60 dB');
    expect(complaintOf({ bits: 7 })).toContain('bits');
    expect(complaintOf({ iso: 800 })).toContain('iso');
  });

  it('says what it does', () => {
    const params = SENSOR.schema.parse({ step: 'sensor', ...BASE, gain: '24 dB', monochrome: true });
    expect(SENSOR.text(params)).toBe('monochrome sensor of 10000 e, read noise 5 e, gain 24 dB, 12 bit');
  });
});
