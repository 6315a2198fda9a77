/**
 * Does a face-template model want RGB or BGR? Measured on the Face Research Lab London Set, never on LFW.
 *
 *   FALSEMATCH_MIRROR=<folder> FALSEMATCH_NPM_FILES=<folder with fr_feature.onnx> node benches/channel-order.mjs
 *
 * Every subject's neutral picture against every subject's smiling picture: 102 mated and 102 x 101 = 10,302 non-mated
 * comparisons. As they come, the pictures are too easy to tell the orders apart by their errors, so the smiling ones are
 * also taken again, smaller and recompressed. One line for each model, condition and order, then the difference, with
 * intervals from resampled subjects.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { list } from 'tar';
import { modelCardSchema } from '#dist/catalog/model-card.js';
import { readYaml } from '#dist/catalog/read-yaml.js';
import { alignFace } from '#dist/faces/align.js';
import { chooseFaces } from '#dist/faces/choose-face.js';
import { openFaceDetector } from '#dist/faces/detectors/detectors.js';
import { openTemplateModel } from '#dist/faces/template-model.js';
import { recapture } from '#dist/images/conditions/recapture.js';
import { decodePicture } from '#dist/images/decode.js';
import { openNetwork } from '#dist/runtimes/open-network.js';
import { clopperPearson } from '#dist/statistics/clopper-pearson.js';
import { randomBelow, seededRandom } from '#dist/statistics/seeded.js';

const MODELS = ['faceplugin-feature', 'mobilefacenet-y1', 'mobilefacenet-vface'];
const TARGET_FMR = 0.01;
const RESAMPLES = 1000;
const CONDITIONS = [undefined, { scale: 0.2, jpegQuality: 75 }, { scale: 0.15, jpegQuality: 75 }];
const SEED = 20;

const file = (name) => {
  const folders = [process.env.FALSEMATCH_MIRROR, process.env.FALSEMATCH_NPM_FILES].filter(Boolean);
  const path = folders.map((folder) => join(folder, name)).find(existsSync);
  if (!path) throw new Error(`${name} is in neither FALSEMATCH_MIRROR nor FALSEMATCH_NPM_FILES; put it there.`);
  return path;
};
const card = (name) => readYaml(new URL(`../models/${name}.yaml`, import.meta.url).pathname, modelCardSchema);

/** The set's pictures by "subject_expression": "001_03" is neutral, "001_08" smiling. */
async function londonPictures() {
  const pending = [];
  await list({
    file: file('face-research-lab-london-320.tgz'),
    onReadEntry: (entry) => {
      const id = /(\d{3}_0[38])\.jpg$/.exec(entry.path)?.[1];
      if (id) pending.push(entry.concat().then((bytes) => [id, bytes]));
    },
  });
  return new Map(await Promise.all(pending));
}

const opening = (of) => () => openNetwork(of, { bytes: readFileSync(file(of.file.name)), companions: new Map() });

/** Every picture with its five points, found in the picture as it comes. */
async function facesOf(pictures) {
  const detectorCard = await card('scrfd-500m');
  const detector = await openFaceDetector(detectorCard, opening(detectorCard));
  const faces = new Map();
  for (const [id, bytes] of pictures) {
    const picture = await decodePicture(bytes);
    const [face] = chooseFaces(await detector.detect(picture), 'most-central', picture);
    if (!face?.points) throw new Error(`no face in ${id}`);
    faces.set(id, { picture, points: face.points });
  }
  await detector.release();
  return faces;
}

/** The crops; under a condition the smiling pictures are taken again, their points carried over. */
async function cropsOf(faces, condition) {
  const crops = new Map();
  for (const [id, { picture, points }] of faces) {
    if (condition === undefined || id.endsWith('_03')) {
      crops.set(id, alignFace(picture, points, '112x112'));
      continue;
    }
    const again = await recapture(picture, condition);
    const [sx, sy] = [again.width / picture.width, again.height / picture.height];
    const moved = points.map(([x, y]) => [(x + 0.5) * sx - 0.5, (y + 0.5) * sy - 0.5]);
    crops.set(id, alignFace(again, moved, '112x112'));
  }
  return crops;
}

/** scores[i * n + j]: neutral picture of subject i against smiling picture of subject j. */
async function scoreMatrix(modelCard, colour, crops, subjects) {
  const model = await openTemplateModel({ ...modelCard, input: { ...modelCard.input, colour } }, opening(modelCard));
  const templates = new Map();
  for (const [id, crop] of crops) templates.set(id, (await model.template(crop)).values);
  await model.release();
  const scores = new Float64Array(subjects.length ** 2);
  subjects.forEach((a, i) => {
    const neutral = templates.get(`${a}_03`);
    subjects.forEach((b, j) => {
      scores[i * subjects.length + j] = templates.get(`${b}_08`).reduce((sum, v, k) => sum + v * neutral[k], 0);
    });
  });
  return scores;
}

/** Figures over the chosen subjects; a subject drawn twice is not compared with itself as if it were two. */
function figures(scores, n, chosen) {
  const mated = Float64Array.from(chosen, (i) => scores[i * n + i]).sort();
  const others = [];
  for (const i of chosen) for (const j of chosen) if (i !== j) others.push(scores[i * n + j]);
  const nonMated = Float64Array.from(others).sort();
  const reject = nonMated[nonMated.length - 1 - Math.floor(TARGET_FMR * nonMated.length)];
  const falseNonMatches = mated.filter((score) => score <= reject).length;
  const [m, v] = moments(mated);
  const [nm, nv] = moments(nonMated);
  return {
    mated: mated.length,
    nonMated: nonMated.length,
    falseNonMatches,
    fnmr: falseNonMatches / mated.length,
    ...eerAndAuc(mated, nonMated),
    dPrime: (m - nm) / Math.sqrt((v + nv) / 2),
  };
}

/** Both arrays ascending. EER: midpoint of FMR and FNMR where they cross; AUC: ties count one half. */
function eerAndAuc(mated, nonMated) {
  let [below, equalFrom, wins, eer, gap] = [0, 0, 0, 1, Number.POSITIVE_INFINITY];
  mated.forEach((score, k) => {
    while (equalFrom < nonMated.length && nonMated[equalFrom] < score) equalFrom++;
    below = equalFrom;
    while (below < nonMated.length && nonMated[below] === score) below++;
    wins += (equalFrom + below) / 2;
    for (const [fnmr, fmr] of [
      [k / mated.length, 1 - equalFrom / nonMated.length],
      [(k + 1) / mated.length, 1 - below / nonMated.length],
    ]) {
      if (Math.abs(fnmr - fmr) < gap) [gap, eer] = [Math.abs(fnmr - fmr), (fnmr + fmr) / 2];
    }
  });
  return { eer, auc: wins / (mated.length * nonMated.length) };
}

function moments(values) {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return [mean, values.reduce((a, b) => a + (b - mean) ** 2, 0) / (values.length - 1)];
}

const percent = (value) => `${(100 * value).toFixed(2)}%`;
const interval = (values, show) => {
  const sorted = [...values].sort((a, b) => a - b);
  return `[${show(sorted[Math.floor(0.025 * sorted.length)])}, ${show(sorted[Math.ceil(0.975 * sorted.length) - 1])}]`;
};

const pictures = await londonPictures();
const subjects = [...new Set([...pictures.keys()].map((id) => id.slice(0, 3)))].sort();
const faces = await facesOf(pictures);
const n = subjects.length;
const all = subjects.map((_, i) => i);
const random = seededRandom(SEED);
const draws = Array.from({ length: RESAMPLES }, () => all.map(() => randomBelow(random, n)));
console.log(`${pictures.size} pictures, ${n} subjects, a face found in every one`);
for (const condition of CONDITIONS) {
  const crops = await cropsOf(faces, condition);
  const how = condition ? `smiling at scale ${condition.scale}, JPEG quality ${condition.jpegQuality}` : 'as they come';
  console.log(`\n${how}: ${n} mated, ${n * (n - 1)} non-mated comparisons`);
  for (const name of MODELS) await compareOrders(name, crops);
}

async function compareOrders(name, crops) {
  const modelCard = await card(name);
  const samples = {};
  for (const colour of ['RGB', 'BGR']) {
    const scores = await scoreMatrix(modelCard, colour, crops, subjects);
    const f = figures(scores, n, all);
    samples[colour] = draws.map((draw) => figures(scores, n, draw));
    const { low, high } = clopperPearson(f.falseNonMatches, f.mated);
    const of = (key, show) =>
      `${show(f[key])} ${interval(
        samples[colour].map((s) => s[key]),
        show,
      )}`;
    console.log(
      `${name} ${colour}: FNMR@FMR=1e-2 ${f.falseNonMatches}/${f.mated} = ${percent(f.fnmr)} [${percent(low)}, ${percent(high)}]; ` +
        `EER ${of('eer', percent)}; AUC ${of('auc', (v) => v.toFixed(4))}; d' ${of('dPrime', (v) => v.toFixed(3))}`,
    );
  }
  const difference = (key, show) =>
    interval(
      samples.RGB.map((s, i) => s[key] - samples.BGR[i][key]),
      show,
    );
  console.log(
    `${name} RGB minus BGR: d' ${difference('dPrime', (v) => v.toFixed(3))}, EER ${difference('eer', percent)}, ` +
      `AUC ${difference('auc', (v) => v.toFixed(4))}, FNMR ${difference('fnmr', percent)}`,
  );
}
