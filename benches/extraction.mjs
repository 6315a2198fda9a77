// Extraction's throughput beside its ceiling, on real pictures:
//   npm run bench [-- PICTURES ROUNDS SUITE SYSTEM KEY,KEY CONDITION]
// SYSTEM is one of the suite, and the keys are those of its data whose pictures are taken; LFW and the first system of
// its suite where nothing is said, `plates y5fu-320_cct-xs eu,us` for plates. With a CONDITION every picture goes through
// it, which counts as loading.
//
// The ceiling is what the cores could do if nothing stood in the way: cores / (sum of the stage times of one picture,
// each stage alone on an otherwise idle machine). Rounds of solo, one worker and all workers alternate, so that a
// machine whose speed drifts slows all three; medians of the rounds' ratios are printed.
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseDataset } from '../dist/benchmark/choose-dataset.js';
import { seeThrough } from '../dist/benchmark/conditions/see-through.js';
import { loadSuite } from '../dist/benchmark/load-suite.js';
import { obtainSystems } from '../dist/benchmark/obtain-systems.js';
import { planRun } from '../dist/benchmark/plan.js';
import { resolveHome } from '../dist/catalog/home.js';
import { loadCatalog } from '../dist/catalog/load-cards.js';
import { extract } from '../dist/extraction/extract.js';
import { loadPicture } from '../dist/extraction/load-picture.js';
import { openSystems } from '../dist/extraction/open-systems.js';
import { addStage, noStageTimes, STAGES } from '../dist/extraction/stage-times.js';
import { loadCondition } from '../dist/images/conditions/load-conditions.js';
import { limitSharp } from '../dist/images/sharp-settings.js';

const [pictures = 1000, rounds = 5] = process.argv.slice(2, 4).map(Number);
const [suiteName = 'lfw', systemName, keys = 'lfw', condition = 'published'] = process.argv.slice(4);
const cores = availableParallelism();
const home = await resolveHome();
const context = { home, ...(process.env.FALSEMATCH_MIRROR ? { mirror: process.env.FALSEMATCH_MIRROR } : {}) };
const catalog = await loadCatalog({ home });

const suite = await loadSuite(suiteName);
const planned = planRun(suite, catalog);
const wanted = planned.systems.find(({ name }) => systemName === undefined || name === systemName);
if (!wanted) throw new Error(`the suite ${suiteName} has no system ${systemName}`);
const { systems, notMeasured } = await obtainSystems([wanted], context);
const [system] = systems;
if (!system) throw new Error(`${notMeasured[0]?.detail}; set FALSEMATCH_MIRROR to a folder that has it`);
const found = [];
const { steps } = await loadCondition(condition);
for (const key of keys.split(',')) {
  const dataset = await chooseDataset(planned.data.get(key) ?? [], catalog, context);
  const see = seeThrough(dataset, { task: 'the bench', steps, seed: 1, tools: {} });
  found.push(...dataset.samples.map(see));
}
const every = Math.max(1, Math.floor(found.length / pictures));
const samples = found.filter((_, index) => index % every === 0).slice(0, pictures);

// Spread over all of them, since one dataset's pictures may be larger than another's.
const aQuarter = samples.filter((_, index) => index % 4 === 0);

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function solo() {
  const times = noStageTimes();
  for (const sample of aQuarter) {
    const start = performance.now();
    const loaded = await loadPicture(sample, (picture) => open.findFace(picture));
    addStage(times, 'load', start);
    if (!('state' in loaded)) await open.extract(loaded.picture, [0], times);
  }
  return Object.fromEntries(STAGES.map((stage) => [stage, times[stage] / aQuarter.length]));
}

async function throughput(workers) {
  const scratch = await mkdtemp(join(tmpdir(), 'falsematch-bench-'));
  const start = performance.now();
  await extract(samples, [system], { home: scratch, workers });
  const seconds = (performance.now() - start) / 1000;
  await rm(scratch, { recursive: true });
  return samples.length / seconds;
}

limitSharp();
const open = await openSystems([system]);
await solo();
const results = [];
for (let round = 0; round < rounds; round++) {
  const stages = await solo();
  const one = await throughput(1);
  const all = await throughput(cores);
  const ceiling = (1000 * cores) / STAGES.reduce((sum, stage) => sum + stages[stage], 0);
  results.push({ ...stages, one, all, ceiling, share: all / ceiling, speedUp: all / one });
  process.stderr.write(`round ${round + 1} of ${rounds}\n`);
}
await open.release();

const line = (name, pick, unit, digits) => {
  const values = results.map(pick);
  const show = (value) => value.toFixed(digits);
  console.log(
    `${name.padEnd(34)} ${show(median(values)).padStart(8)} ${unit}   (${show(Math.min(...values))} to ${show(Math.max(...values))})`,
  );
};
console.log(
  `${system.name} with ${system.detector.card.name}, ${samples.length} pictures of ${keys}, ${condition}, ${cores} cores, ${rounds} rounds`,
);
for (const stage of STAGES) if (results.some((r) => r[stage] > 0)) line(`${stage}, alone`, (r) => r[stage], 'ms', 3);
line('ceiling', (r) => r.ceiling, 'pictures/s', 1);
line('one worker', (r) => r.one, 'pictures/s', 1);
line(`${cores} workers`, (r) => r.all, 'pictures/s', 1);
line('share of the ceiling', (r) => r.share, '', 3);
line(`${cores} workers against one`, (r) => r.speedUp, '', 3);
