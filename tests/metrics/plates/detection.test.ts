import fc from 'fast-check';
import { expect, it } from 'vitest';
import { averagePrecision } from '../../../src/metrics/plates/average-precision.js';
import { detectionRates, falsePlatesPerPicture } from '../../../src/metrics/plates/detection.js';
import { judgePictures } from '../../../src/metrics/plates/judge-pictures.js';
import type { PlatePicture } from '../../../src/metrics/plates/plate-pictures.js';
import { resample } from '../../../src/metrics/plates/resample.js';
import { anyPictures, boxAt, foundPlate, picture, truePlate } from './made-up-plates.js';

const draw = { replicates: 200, seed: 1, level: 0.95 } as const;
const apOf = (pictures: readonly PlatePicture[]) => {
  const judged = judgePictures(pictures);
  const [ap] = resample([averagePrecision(judged)], { ...draw, clusters: judged.scenes.count });
  return ap;
};

/** Three plates in three pictures; found: hit .9, false .8, hit .7, false .6, and the third plate is missed. */
const three = [
  picture('a', [truePlate('A1', 'v')], [foundPlate(boxAt(0), 0.9), foundPlate(boxAt(500), 0.8)]),
  picture('b', [truePlate('B2', 'w')], [foundPlate(boxAt(0), 0.7), foundPlate(boxAt(500), 0.6)]),
  picture('c', [truePlate('C3', 'x')]),
];

it('counts recall over true plates by vehicle and precision over found ones by scene', () => {
  const { recall, precision } = detectionRates(judgePictures(three));
  expect(recall).toMatchObject({ value: 2 / 3, errors: 2, trials: 3, over: 'plates', subjects: 3 });
  expect(precision).toMatchObject({ value: 1 / 2, errors: 2, trials: 4, over: 'found plates' });
  expect(precision.subjects).toBeUndefined();
});

it('gives the area under all points of precision over recall', () => {
  // Recall 1/3 at precision 1, recall 2/3 at precision 2/3.
  expect(apOf(three)).toMatchObject({ value: expect.closeTo(1 / 3 + (1 / 3) * (2 / 3), 12), trials: 3, clusters: 3 });
});

it('takes found plates of equal score together, whatever their order', () => {
  const hit = picture('a', [truePlate('A1', 'v')], [foundPlate(boxAt(0), 0.5)]);
  const miss = picture('b', [], [foundPlate(boxAt(0), 0.5)]);
  expect(apOf([hit, miss])?.value).toBeCloseTo(0.5, 12);
  expect(apOf([{ ...hit, sample: 'z' }, miss])?.value).toBeCloseTo(0.5, 12);
});

it('says that a perfect AP of few scenes is unresolved', () => {
  const perfect = Array.from({ length: 10 }, (_, k) =>
    picture(`p${k}`, [truePlate('A1', `v${k}`)], [foundPlate(boxAt(0), 0.9)]),
  );
  expect(apOf(perfect)).toMatchObject({
    state: 'unresolved',
    value: 1,
    interval: { low: expect.closeTo(0.025 ** (1 / 10), 12), high: 1 },
  });
  expect(apOf([])).toMatchObject({ state: 'unavailable' });
});

it('gives the mean number of false plates a picture, bounded as by Poisson where there is none', () => {
  const judged = judgePictures(three);
  const [mean] = resample([falsePlatesPerPicture(judged)], { ...draw, clusters: 3 });
  expect(mean).toMatchObject({ value: 2 / 3, trials: 3, over: 'pictures' });
  const clean = judgePictures([picture('a', []), picture('b', [])]);
  const [none] = resample([falsePlatesPerPicture(clean)], { ...draw, clusters: 2 });
  expect(none).toMatchObject({
    state: 'unresolved',
    value: 0,
    interval: { low: 0, high: expect.closeTo(-Math.log(0.025) / 2, 12) },
  });
});

it('agrees with AP computed plainly: the mean over true plates of the best precision from their recall on', () => {
  fc.assert(
    fc.property(anyPictures, (pictures) => {
      const judged = judgePictures(pictures);
      const ranked = judged.pictures
        .flatMap(({ found }, p) => found.map(({ score }, n) => ({ score, is: judged.matches[p]?.truthOf[n] })))
        .filter(({ is }) => is !== 'not judged');
      const all = pictures.flatMap(({ truth }) => truth.filter(({ box }) => box)).length;
      const { value } = averagePrecision(judged);
      if (all === 0) {
        expect(value).toBeUndefined();
        return;
      }
      const points = [...new Set(ranked.map(({ score }) => score))].map((least) => {
        const kept = ranked.filter(({ score }) => score >= least);
        const hits = kept.filter(({ is }) => is !== 'false').length;
        return { hits, precision: hits / kept.length };
      });
      let sum = 0;
      for (let hit = 1; hit <= all; hit += 1) {
        sum += Math.max(0, ...points.filter(({ hits }) => hits >= hit).map(({ precision }) => precision));
      }
      expect(1 - (value ?? 0)).toBeCloseTo(sum / all, 10);
    }),
  );
});
