import type { z } from 'zod';
import { lightOf, type PictureStep, type Seen } from '../../../src/images/conditions/step.js';
import { type Light, toPicture } from '../../../src/images/light.js';
import { namedRandom } from '../../../src/statistics/named-random.js';

/** What a step makes of light, its parameters as a card writes them. */
export async function applyStep<Params>(
  kind: PictureStep<Params>,
  written: object,
  image: Light,
  { density, name = 'a' }: { readonly density?: number; readonly name?: string } = {},
): Promise<Light> {
  const params = kind.schema.parse({ step: kind.name, ...written });
  // Steps live in plain data, in cards, records and other threads.
  const kept = JSON.parse(JSON.stringify(params)) as Params;
  const before = image.data.slice();
  const seen: Seen = { image, ...(density === undefined ? {} : { density }) };
  const after = lightOf(await kind.apply(seen, kept, namedRandom(name)));
  if (!before.every((value, i) => Object.is(value, image.data[i]))) throw new Error('the step changed its input');
  return after;
}

/** What a step says is wrong with its parameters; empty if nothing is. */
export function complaint(schema: z.ZodType<unknown>, step: object): string {
  return (schema.safeParse(step).error?.issues ?? [])
    .map(({ path, message }) => [...path, message].join(': '))
    .join('; ');
}

export const bytesOf = (light: Light): Uint8Array => toPicture(light).data;
