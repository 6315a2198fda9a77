import { copyFileSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { encodeNpy } from '../../../src/files/npy.js';
import { encodeJpeg } from '../../../src/images/encode-jpeg.js';
import { renderPlate } from '../../../src/plates/synthetic/render-plate.js';
import { peopleText } from '../../results/score-table/tables.js';
import { mirrorFile } from '../mirror.js';
import { npmFile } from '../npm-file.js';
import type { DocumentedFile } from './documented-commands.js';
import { peopleFolder } from './people-folder.js';

/** Of the first example of CCPD: its label is its name. */
const CCPD = '025-95_113-154&383_386&473-386&473_177&454_154&383_363&402-0_0_22_27_27_33_16-37-15.jpg';
const DIMENSIONS = 8;

/** Claims on the suite street that no run can contradict: the pages are about the commands, not about these claims. */
const STREET_CLAIMS = `title: Claims of mine
source: own
suite: street
claims:
  - id: found-by-day
    about: face-verification
    statement: By day a 4K camera misses less than half of the people.
    test: { measure: FNMR@FMR, at: 1e-3, data: lfw-deepfunneled, protocol: pairs, condition: city-4k-day-15m, models: mobilefacenet-y1, is: below, value: 50% }
`;

/** Fills a folder with whatever the commands of the documentation name, so that they work in it as they are written. */
export async function fillScratch(folder: string, root: string, files: readonly DocumentedFile[]): Promise<void> {
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const { path, text } of files) put(path, text);
  for (const name of ['results', 'claims']) symlinkSync(join(root, name), join(folder, name));
  mkdirSync(join(folder, 'runs'));
  symlinkSync(join(root, 'results', 'street'), join(folder, 'runs', 'street'));
  // docs/ci.md: the run that is committed is the first one, so the run that the page makes is held against itself.
  mkdirSync(join(folder, 'published'));
  symlinkSync(join('..', 'runs', 'ci'), join(folder, 'published', 'ci'));

  put('my-claims.yaml', STREET_CLAIMS);
  put('my-scores.csv', peopleText(20));
  put('wanted.txt', 'AB 123-CD\nBG 456-EF\n');
  put('seen.csv', 'text,count\nBG 456-EE,20\nNS 123-AA,5\n');
  putTemplates(put);

  const { picture, label } = renderPlate({ format: 'eu', text: 'BAB1234', condition: 'clean', seed: 1 });
  const car = await encodeJpeg(picture, 95);
  put('car.jpg', car);
  put('plates/1.jpg', car);
  const [left, top, right, bottom] = label.box;
  const { width, height } = picture;
  const centre = [(left + right) / 2 / width, (top + bottom) / 2 / height];
  put('plates/1.txt', `0 ${[...centre, (right - left) / width, (bottom - top) / height].join(' ')}\n`);
  put('crops/1.jpg', car);
  put('crops/plates.csv', 'file,text\n1.jpg,BAB1234\n');
  put(`CCPD2019/ccpd_base/${CCPD}`, car);
}

/** Templates of made-up people, each with three, as the pages call their files. */
function putTemplates(put: (path: string, content: string | Uint8Array) => void): void {
  const subjects = Array.from({ length: 60 }, (_, k) => `s${k % 20}`);
  const values = Float32Array.from(
    subjects.flatMap((_, k) =>
      Array.from({ length: DIMENSIONS }, (_, d) => Math.sin((k % 20) * (d + 1)) + Math.sin(k + d) / 4),
    ),
  );
  const part = (names: readonly (readonly [string, string])[], from: number, to: number) => {
    for (const [templates, table] of names) {
      put(templates, encodeNpy(values.slice(from * DIMENSIONS, to * DIMENSIONS), [to - from, DIMENSIONS]));
      put(table, `subject\n${subjects.slice(from, to).join('\n')}\n`);
    }
  };
  part(
    [
      ['t.npy', 's.csv'],
      ['templates.npy', 'subjects.csv'],
    ],
    0,
    60,
  );
  part([['gallery.npy', 'gallery.csv']], 0, 10);
  part([['probes.npy', 'probes.csv']], 20, 60);
}

/** Adds the pictures and weights that come from the mirror; false where there is none. */
export function addFromMirror(folder: string): boolean {
  const [lfw, weights] = [mirrorFile('lfw-deepfunneled.tgz'), mirrorFile('mobilefacenet_vface.onnx')];
  if (!lfw || !weights || !mirrorFile('det_500m.onnx')) return false;
  peopleFolder(lfw, join(folder, 'people'));
  copyFileSync(join(folder, 'people', 'p01', '1.jpg'), join(folder, 'me.jpg'));
  mkdirSync(join(folder, 'weights'));
  copyFileSync(weights, join(folder, 'weights', 'my-model.onnx'));
  return true;
}

/** Adds the files that pages take from a package of npm; false where there are none. */
export function addFromNpm(folder: string): boolean {
  const feature = npmFile('fr_feature.onnx');
  if (!feature) return false;
  mkdirSync(join(folder, 'package', 'model'), { recursive: true });
  copyFileSync(feature, join(folder, 'package', 'model', 'fr_feature.onnx'));
  copyFileSync(feature, join(folder, 'net.onnx'));
  return true;
}

/** One folder with links to everything in the mirror and to what comes by npm, so that nothing has to be fetched. */
export function joinMirrors(folder: string): string {
  const mirror = join(folder, 'mirror');
  mkdirSync(mirror);
  for (const place of [process.env.FALSEMATCH_MIRROR, process.env.FALSEMATCH_NPM_FILES]) {
    if (!place) continue;
    for (const name of readdirSync(place)) {
      if (!existsSync(join(mirror, name))) symlinkSync(resolve(place, name), join(mirror, name));
    }
  }
  return mirror;
}
