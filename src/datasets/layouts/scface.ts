import { posix } from 'node:path';
import type { LayoutReader } from './layout.js';
import { picturesOf, samplesByPath } from './picture-paths.js';

const MUGSHOT = /^(\d{3})_frontal\./i;
const SURVEILLANCE = /^(\d{3})_cam([1-7])_([123])\./i;
const ORIGINAL = 'mugshot_frontal_original_all';
const CROPPED = 'mugshot_frontal_cropped_all';
const FROM_INFRARED = 6;

/**
 * SCface: `mugshot_frontal_original_all/001_frontal.jpg` (or, where there are none, `mugshot_frontal_cropped_all`) and
 * `surveillance_cameras_distance_1/cam_1/001_cam1_1.jpg`. The attributes are `camera` (mugshot, cam1 to cam7), `distance`
 * (mugshot; 1, 2, 3 for 4.20 m, 2.60 m and 1.00 m) and `light` (visible; infrared of the cameras 6 and 7). The folders
 * that repeat pictures, the turned mugshots and those of the infrared camera 8 are not read.
 */
export const readScface: LayoutReader = async (input) => {
  const mugshots = picturesOf(input).some(({ id }) => folderOf(id) === ORIGINAL) ? ORIGINAL : CROPPED;
  return samplesByPath(input, (path) => {
    const [folder, file] = [folderOf(path), posix.basename(path)];
    const [, person] = MUGSHOT.exec(file) ?? [];
    if (person !== undefined && folder === mugshots) {
      const attributes = { camera: 'mugshot', distance: 'mugshot', light: 'visible' };
      return { id: file, subject: person, attributes };
    }
    const [, subject, camera, distance] = SURVEILLANCE.exec(file) ?? [];
    if (subject === undefined || camera === undefined || distance === undefined) return undefined;
    if (!path.split('/').includes(`surveillance_cameras_distance_${distance}`)) return undefined;
    const light = Number(camera) >= FROM_INFRARED ? 'infrared' : 'visible';
    return { id: file, subject, attributes: { camera: `cam${camera}`, distance, light } };
  });
};

function folderOf(path: string): string {
  return posix.basename(posix.dirname(path));
}
