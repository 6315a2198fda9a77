import type { SyntheticPlate } from '../../plates/synthetic/synthetic-plates.js';
import { count } from '../../results/figure-text.js';
import { oneLine } from '../format.js';
import { wrap } from '../wrap.js';

/** Made-up plates that were written into a folder. */
export interface DrawnPlates {
  readonly folder: string;
  /** Content digest of the folder. */
  readonly digest: string;
  readonly seed: number;
  /** Of the pictures, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly plates: readonly Pick<SyntheticPlate, 'format' | 'condition'>[];
}

/** What `falsematch plates draw` prints. */
export function drawnLines({ folder, digest, seed, width, height, plates }: DrawnPlates): string[] {
  return [
    ...wrap(`Drew ${count(plates.length)} plates, ${width} x ${height} pixels, seed ${seed}, into ${oneLine(folder)}`),
    ...wrap(`formats: ${tally(plates.map(({ format }) => format))}`, '  '),
    ...wrap(`conditions: ${tally(plates.map(({ condition }) => condition))}`, '  '),
    ...wrap('pictures below a folder of their condition; labels.csv says what is on them; generated.json how', '  '),
    `  digest ${digest}`,
    ...wrap(
      'Drawn, not photographed: what a model misreads here says how it fails, not how often it fails on a road. Texts are drawn at random from valid ones and may by chance be those of real vehicles.',
    ),
  ];
}

/** "clean 4, dirt 3" */
function tally(names: readonly string[]): string {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times].map(([name, number]) => `${name} ${count(number)}`).join(', ');
}
