import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cameraFacts, USUAL_SIZES } from '../../src/deployment/camera.js';
import { CLASS_SCHEMES } from '../../src/deployment/density-classes.js';
import { FalsematchError } from '../../src/files/errors.js';
import type { CameraView } from '../../src/images/camera/pixel-density.js';

const CITY: CameraView = { sensor: [3840, 2160], hfov: 60, distance: 15 };

describe('cameraFacts', () => {
  it('gives what a face, eyes and a plate have in pixels', () => {
    const facts = cameraFacts(CITY);
    expect(facts).toMatchObject({ slantDistance: 15, lookingDown: 0, height: 0 });
    expect(facts.density).toBeCloseTo(3840 / (30 * Math.tan(Math.PI / 6)), 9);
    expect(facts.density.toFixed(1)).toBe('221.7');
    expect(facts.sceneWidth).toBeCloseTo(17.3205, 4);
    expect(facts.eyes.pixels.toFixed(1)).toBe('14.0');
    expect(facts.face.pixels).toBeCloseTo(0.16 * facts.density, 9);
    expect(facts.plate.pixels).toBeCloseTo(0.52 * facts.density, 9);
    const own = cameraFacts(CITY, { face: 0.14, plate: 0.305 });
    expect([own.face.width, own.eyes.width, own.plate.width]).toEqual([0.14, 0.063, 0.305]);
    expect(own.plate.pixels).toBeCloseTo(0.305 * facts.density, 9);
  });

  it('names the finest class of each edition, and how far each goes', () => {
    const [dori, later] = cameraFacts(CITY).schemes;
    expect(dori).toMatchObject({ standard: 'IEC 62676-4:2014', nickname: 'DORI', highest: 'recognise' });
    expect(later).toMatchObject({ standard: 'IEC 62676-4:2025', nickname: 'OODPCVS', highest: 'perceive' });
    expect(dori?.classes.filter(({ reached }) => reached).map(({ name }) => name)).toEqual(
      'monitor detect observe recognise'.split(' '),
    );
    // 3840 pixels at 60 degrees have 250 px/m at 3840 / 250 / 2 / tan 30 = 13.302 m.
    expect(dori?.classes.find(({ name }) => name === 'identify')).toEqual({
      name: 'identify',
      density: 250,
      reached: false,
      upTo: expect.closeTo(13.302, 3),
    });
    expect(cameraFacts({ ...CITY, distance: 500 }).schemes.map(({ highest }) => highest)).toEqual([null, null]);
  });

  it('takes a height for what makes the way longer and the look steeper', () => {
    const above = cameraFacts({ ...CITY, distance: 4, height: 3 });
    expect(above).toMatchObject({ slantDistance: 5, height: 3 });
    expect(above.lookingDown).toBeCloseTo(36.8699, 4);
    expect(above.density).toBeCloseTo(cameraFacts({ ...CITY, distance: 5 }).density, 9);
    const inspect = above.schemes[0]?.classes.find(({ name }) => name === 'inspect');
    // 1000 px/m end 3.326 m from the lens: 1.435 m along the ground from 3 m of height, and nowhere from 4 m.
    expect(inspect).toMatchObject({ reached: false, upTo: expect.closeTo(1.4354, 3) });
    const higher = cameraFacts({ ...CITY, distance: 4, height: 4 });
    expect(higher.schemes[0]?.classes.find(({ name }) => name === 'inspect')?.upTo).toBeNull();
  });

  it('a class ends where the density is its own', () => {
    const view = fc.record({
      sensor: fc.tuple(fc.integer({ min: 320, max: 8000 }), fc.constant(1080)),
      hfov: fc.integer({ min: 5, max: 150 }),
      distance: fc.integer({ min: 1, max: 300 }),
      height: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(view, (camera) => {
        for (const { density, reached, upTo } of cameraFacts(camera).schemes.flatMap(({ classes }) => classes)) {
          if (upTo === null) {
            expect(reached).toBe(false);
            continue;
          }
          if (Math.abs(upTo - camera.distance) > 1e-6) expect(reached).toBe(camera.distance < upTo);
          if (upTo > 1e-3 && upTo <= 10_000) {
            expect(cameraFacts({ ...camera, distance: upTo }).density / density).toBeCloseTo(1, 6);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a look at everything', { ...CITY, hfov: 180 }, {}, 'below 170 deg, found 180'],
    ['a subject behind the camera', { ...CITY, distance: -5 }, {}, 'above 0 and at most 10000 m, found -5'],
    ['a camera below', { ...CITY, height: -1 }, {}, 'from 0 to 1000 m, found -1'],
    ['no face', CITY, { face: 0 }, 'The width of a face must be above 0 and at most 5 m, found 0 m.'],
    ['a plate in millimetres', CITY, { plate: 520 }, 'The width of a plate must be above 0 and at most 5 m'],
    ['eyes that are no number', CITY, { eyes: Number.NaN }, 'The distance between the eyes must be above 0'],
  ])('refuses %s', (_, view, sizes, message) => {
    expect(() => cameraFacts(view, sizes)).toThrow(FalsematchError);
    expect(() => cameraFacts(view, sizes)).toThrow(message);
  });
});

it('classes go from the coarsest to the finest, and say where they come from', () => {
  expect(CLASS_SCHEMES.map(({ classes }) => classes.map(({ density }) => density))).toEqual([
    [12.5, 25, 62.5, 125, 250, 1000],
    [20, 40, 80, 125, 250, 500, 1500],
  ]);
  for (const { source } of CLASS_SCHEMES) expect(source).toMatch(/^secondary: /);
  expect(USUAL_SIZES).toEqual({ face: 0.16, eyes: 0.063, plate: 0.52 });
});
