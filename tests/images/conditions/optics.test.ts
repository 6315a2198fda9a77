import { expect, it } from 'vitest';
import { applyCondition } from '../../../src/images/conditions/apply-condition.js';
import { needsOf, stepSchema, stepTexts } from '../../../src/images/conditions/step-schema.js';
import { toPicture } from '../../../src/images/light.js';
import { greyChart } from './light-charts.js';

const WRITTEN = [
  { step: 'veil', visibility: '300 m', distance: '15 m' },
  { step: 'dirt', coverage: '20 %', spot: '25 %', opacity: '60 %', scatter: '10 %' },
  { step: 'defocus', diameter: '2 px' },
  { step: 'motion', speed: '5 km/h', shutter: '1/50 s' },
  { step: 'exposure', by: '-2 stops' },
  { step: 'backlight', by: '1 stop' },
  { step: 'near-infrared' },
  { step: 'sensor', fullWell: '10000 e', readNoise: '5 e', gain: '24 dB', monochrome: true },
];
const picture = toPicture(greyChart(64, 48, (x, y) => ((x >> 3) + (y >> 3)) % 2));

it('a condition is made of what is between the subject and the codec', async () => {
  const steps = WRITTEN.map((written) => stepSchema.parse(written));
  const made = await applyCondition({ image: picture, density: 120 }, steps, ['a']);
  expect([made.width, made.height]).toEqual([64, 48]);
  expect(new Set(made.data).size).toBeGreaterThan(20);
  expect(await applyCondition({ image: picture, density: 120 }, steps, ['a'])).toEqual(made);
  expect(await applyCondition({ image: picture, density: 120 }, steps, ['b'])).not.toEqual(made);
  expect([...needsOf(steps)]).toEqual(['density']);
  expect(stepTexts(steps)).toHaveLength(steps.length);
});

it('a refused parameter is named', () => {
  expect(() => stepSchema.parse({ step: 'near-infrared', red: 1 })).toThrow('red, green and blue must sum to 1');
  expect(() => stepSchema.parse({ step: 'motion', speed: '1 m/s' })).toThrow('write 1/50 s');
});
