import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { conditionNames, loadCondition } from '../../../src/images/conditions/load-conditions.js';
import { stepTexts } from '../../../src/images/conditions/step-schema.js';
import { temporaryFolder } from '../../support/catalog.js';

it('reads every condition of the package, by its name', async () => {
  const names = await conditionNames();
  expect(names).toContain('portrait');
  for (const name of names) {
    const card = await loadCondition(name);
    expect(card.name).toBe(name);
    expect(stepTexts(card.steps)).toHaveLength(card.steps.length);
  }
});

it('has the camera over a street as its title says', async () => {
  const { steps } = await loadCondition('city-4k-day-15m');
  expect(stepTexts(steps)).toEqual([
    '3840x2160 over 60 deg at 15 m: 221.7 px/m',
    'out of focus, a disc of 1.5 px',
    'moves 0.5 m/s, shutter 0.004 s',
    'sensor of 10000 e, read noise 3 e, gain 0 dB, 12 bit',
    'JPEG, quality 85',
  ]);
});

it('reads a file by its path, whose name it must have', async () => {
  const folder = temporaryFolder();
  const write = (file: string, name: string) => {
    writeFileSync(join(folder, file), `{ name: ${name}, title: Mine, steps: [{ step: jpeg, quality: 5 }] }`);
    return join(folder, file);
  };
  expect(await loadCondition(write('mine.yaml', 'mine'))).toMatchObject({ name: 'mine', about: 'any' });
  expect(await loadCondition(write('mine.yml', 'mine'))).toMatchObject({ title: 'Mine' });
  await expect(loadCondition(write('yours.yaml', 'mine'))).rejects.toThrow(
    'yours.yaml: "name": expected "yours", the name of the file, found "mine"; change one of them.',
  );
});

it('names the nearest condition for one that is not there', async () => {
  await expect(loadCondition('portait')).rejects.toThrow(
    'There is no condition named "portait"; did you mean "portrait"?',
  );
  await expect(loadCondition('nope.yaml')).rejects.toThrow(
    'The condition file nope.yaml does not exist; check the path.',
  );
});
