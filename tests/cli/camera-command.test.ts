import { expect, it } from 'vitest';
import { type CameraFlags, cameraCommand } from '../../src/cli/camera-command.js';

const GOOD: CameraFlags = { sensor: '3840x2160', hfov: '60', distance: '15' };

it.each<[Partial<CameraFlags>, string]>([
  [{ hfov: '180' }, 'below 170 deg, found 180'],
  [{ hfov: '1rad' }, '--hfov: "1rad" has the unit "rad", and deg is known here; write 30 deg.'],
  [{ distance: '-5' }, 'A distance is above 0 and at most 10000 m, found -5.'],
  [{ distance: '15miles' }, '--distance: "15miles" has the unit "miles"'],
  [{ distance: '' }, '--distance: "" is not a number'],
  [{ height: '-1' }, 'A height above the subject is from 0 to 1000 m, found -1.'],
  [{ height: 'high' }, '--height: "high" is not a number with a unit'],
  [{ sensor: '4k' }, '--sensor takes pixels across and down, such as 3840x2160; found "4k".'],
  [{ sensor: '3x2' }, 'A sensor has from 16 to 100000 pixels on a side, found 3x2'],
  [{ faceWidth: '0' }, 'The width of a face must be above 0 and at most 5 m, found 0 m.'],
  [{ eyes: '63' }, 'The distance between the eyes must be above 0 and at most 5 m, found 63 m.'],
  [{ plateWidth: '520' }, 'The width of a plate must be above 0 and at most 5 m, found 520 m.'],
])('refuses %j before it prints anything', (flags, message) => {
  expect(() => cameraCommand({ ...GOOD, ...flags })).toThrow(message);
});
