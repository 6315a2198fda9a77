import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { z } from 'zod';
import { normalDrawer } from '../../../statistics/draws.js';
import { drawPoisson } from '../../../statistics/poisson.js';
import { type Light, LUMINANCE } from '../../light.js';
import { greyOf } from '../grey-of.js';
import { quantity, quantityText } from '../quantity.js';
import { lightOf, type PictureStep } from '../step.js';

const schema = z.strictObject({
  step: z.literal('sensor'),
  /** Electrons that a photosite can hold: white, without gain. */
  fullWell: quantity('charge', { min: 100, max: 1_000_000 }),
  /** Standard deviation of what reading adds. */
  readNoise: quantity('charge', { min: 0, max: 1000 }),
  /** 20 dB are ten times as bright, as cameras count. */
  gain: quantity('gain', { min: 0, max: 60 }).default(0),
  /** Of the converter. */
  bits: z.int().min(8).max(14).default(12),
  /** One photosite a pixel, of the luminance, instead of one each for red, green and blue. */
  monochrome: z.boolean().default(false),
});

type Params = z.output<typeof schema>;

/**
 * What a sensor makes of the light: photons come by chance (Poisson) until the well is full, reading adds normal noise,
 * gain multiplies both, and a converter rounds to whole steps and cuts off at black and white. The linear model of
 * EMVA 1288, with full well = 1 at 0 dB. Every pixel has a photosite of its own for each colour: nothing is demosaiced.
 */
export const SENSOR: PictureStep<Params> = {
  name: 'sensor',
  title: "a sensor's photon noise, read noise, gain and steps",
  schema,
  needs: () => [],
  text: ({ fullWell, readNoise, gain, bits, monochrome }) =>
    `${monochrome ? 'monochrome ' : ''}sensor of ${quantityText('charge', fullWell)}, read noise ${quantityText('charge', readNoise)}, gain ${quantityText('gain', gain)}, ${bits} bit`,
  sweep: { parameter: 'gain', unit: 'dB' },
  changesByFrame: true,
  apply: (seen, params, random) => ({ ...seen, image: sensed(lightOf(seen), params, random) }),
};

function sensed(light: Light, { fullWell, readNoise, gain, bits, monochrome }: Params, random: RandomGenerator): Light {
  const { width, height, data } = monochrome ? greyOf(light, LUMINANCE) : light;
  const steps = 2 ** bits - 1;
  const stepsPerElectron = (steps * 10 ** (gain / 20)) / fullWell;
  const normal = normalDrawer(random);
  const result = new Float32Array(data.length);
  const channels = monochrome ? 1 : 3;
  for (let i = 0; i < data.length; i += 3) {
    for (let c = 0; c < channels; c++) {
      const held = Math.min(fullWell, drawPoisson(Math.max(0, data[i + c]!) * fullWell, random, normal));
      const read = readNoise === 0 ? held : held + readNoise * normal();
      result[i + c] = Math.min(steps, Math.max(0, Math.round(read * stepsPerElectron))) / steps;
    }
    if (monochrome) result.fill(result[i]!, i + 1, i + 3);
  }
  return { width, height, data: result };
}
