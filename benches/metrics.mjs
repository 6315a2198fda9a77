// Scores to a full set of rates and a DET curve, beside scikit-learn's roc_curve on the same scores:
// npm run bench:metrics [-- SCORES ROUNDS DECIMALS]
//
// Half of the scores are mated, normal around 0.5 with deviation 0.15, half non-mated, around 0 with 0.1; with DECIMALS
// they are rounded, which makes ties. Every round takes a fresh process for each of both tools, which reads the scores
// from a file before its clock starts; rounds alternate, medians are printed. Without python3 (or what PYTHON names) and
// scikit-learn only ours is measured.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PYTHON = process.env.PYTHON ?? 'python3';

/** One run of ours; prints what it took as JSON. */
async function measure(folder) {
  const { verificationMetrics } = await import('../dist/metrics/verification.js');
  const { rankScores } = await import('../dist/metrics/scores.js');
  const { detCurve } = await import('../dist/metrics/det.js');
  const scoresOf = async (side) => new Float32Array((await readFile(join(folder, `${side}.f32`))).buffer);
  const input = {
    mated: { scores: await scoresOf('mated'), failed: 0 },
    nonMated: { scores: await scoresOf('non-mated'), failed: 0 },
  };
  const start = performance.now();
  const rates = verificationMetrics({ ...input, operatingPoints: [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6] });
  const curve = detCurve(rankScores(input.mated, 'mated'), rankScores(input.nonMated, 'non-mated'));
  const seconds = (performance.now() - start) / 1000;
  const points = curve.thresholds.length;
  // The DET has a point for every distinct score; `metrics` keeps the work from being left out.
  console.log(JSON.stringify({ seconds, mb: process.resourceUsage().maxRSS / 1024, points, metrics: rates.length }));
}

const ROC_CURVE = `
import json, resource, sys, time
import numpy
from sklearn.metrics import roc_curve
folder = sys.argv[1]
mated, other = (numpy.fromfile(f"{folder}/{side}.f32", dtype="float32") for side in ("mated", "non-mated"))
scores = numpy.concatenate([mated, other])
labels = numpy.zeros(len(scores), dtype="int8")
labels[: len(mated)] = 1
start = time.perf_counter()
fpr, tpr, thresholds = roc_curve(labels, scores, drop_intermediate=False)
seconds = time.perf_counter() - start
print(json.dumps({"seconds": seconds, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "points": len(thresholds)}))
`;

async function bench(scores = 10_000_000, rounds = 5, decimals = Number.NaN) {
  const folder = mkdtempSync(join(tmpdir(), 'falsematch-bench-'));
  try {
    await writeScores(folder, scores / 2, decimals);
    const self = fileURLToPath(import.meta.url);
    const ours = () => JSON.parse(execFileSync(process.execPath, [self, 'measure', folder], { encoding: 'utf8' }));
    const theirs = () => JSON.parse(execFileSync(PYTHON, ['-c', ROC_CURVE, folder], { encoding: 'utf8' }));
    const python = hasScikitLearn();
    const results = [];
    for (let round = 0; round < rounds; round++) {
      results.push({ ours: ours(), theirs: python ? theirs() : undefined });
      process.stderr.write(`round ${round + 1} of ${rounds}\n`);
    }
    print(scores, results, python);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Normal numbers by Box and Muller from the seeded generator, so that everyone measures the same scores. */
async function writeScores(folder, each, decimals) {
  const { randomBelow, seededRandom } = await import('../dist/statistics/seeded.js');
  const random = seededRandom(1);
  const uniform = () => (randomBelow(random, 2 ** 31) + 0.5) / 2 ** 31;
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const unit = 10 ** decimals;
  const rounded = Number.isNaN(decimals) ? (score) => score : (score) => Math.round(score * unit) / unit;
  for (const [side, mean, deviation] of [
    ['mated', 0.5, 0.15],
    ['non-mated', 0, 0.1],
  ]) {
    const scores = Float32Array.from({ length: each }, () => rounded(mean + deviation * normal()));
    writeFileSync(join(folder, `${side}.f32`), scores);
  }
}

function hasScikitLearn() {
  try {
    execFileSync(PYTHON, ['-c', 'import sklearn'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function print(scores, results, python) {
  const line = (name, pick, unit, digits) => {
    const values = results.map(pick).sort((a, b) => a - b);
    const show = (value) => value.toFixed(digits);
    const middle = show(values[Math.floor(values.length / 2)]);
    console.log(`${name.padEnd(34)} ${middle} ${unit} (${show(values[0])} to ${show(values.at(-1))})`);
  };
  console.log(`${scores} scores, ${results.length} rounds, Node ${process.versions.node}`);
  line('rates and DET curve', ({ ours }) => ours.seconds, 's', 2);
  line('points of the DET curve', ({ ours }) => ours.points, '', 0);
  line('peak memory', ({ ours }) => ours.mb, 'MB', 0);
  if (!python) {
    console.log(`${PYTHON} has no scikit-learn, so there is nothing to compare with.`);
    return;
  }
  line('roc_curve', ({ theirs }) => theirs.seconds, 's', 2);
  line('points of roc_curve', ({ theirs }) => theirs.points, '', 0);
  line('peak memory of roc_curve', ({ theirs }) => theirs.mb, 'MB', 0);
  line('roc_curve / ours', ({ ours, theirs }) => theirs.seconds / ours.seconds, 'times', 2);
}

const [kind, folder] = process.argv.slice(2);
if (kind === 'measure') await measure(folder);
else await bench(...process.argv.slice(2).map(Number));
