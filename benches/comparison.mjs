// All pairs and search beside the matrix product alone: npm run bench:comparison [-- ROUNDS SAMPLES,SAMPLES,...]
//
// Random templates of 512 numbers, four of each subject. The ceiling is what onnxruntime's matrix product alone does in as
// many threads, in the best of some tile sizes, nothing being counted. Rounds alternate; medians are printed, as ratios to
// the ceiling of the same run. `whole call` starts from plain arrays and ends with the sorted tail, the start of the
// threads included, as the first call in its process, which also starts onnxruntime, and as the second; `engine` leaves
// out that start, the checks before and the sorting after, as in a run of many blocks.
//
// `small search` are 8,700 probes in a gallery of 1,000 subjects, which runs in the calling thread: seconds, of ten.
//
// With the folder that --write names, templates are written as .npy, to time others on the same numbers:
//   python3 -c "import numpy as n,time;t=n.load('templates.npy');s=time.time();h=0
//   for i in range(0,len(t),1024): h=h+n.bincount(((t[i:i+1024]@t[i:].T+1)*8192).astype('i4').ravel(),minlength=16385)
//   print(len(t)*(len(t)-1)/2/(time.time()-s)/1e6,'M comparisons/s')"
// (Debian's NumPy and faiss are twenty times slower without libopenblas0-pthread.)
//   python3 -c "import numpy as n,faiss,time;t=n.load('templates.npy');x=faiss.IndexFlatIP(t.shape[1]);x.add(t)
//   s=time.time();x.search(t,20);print(len(t)**2/(time.time()-s)/1e6,'M comparisons/s')"
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const DIMENSIONS = 512;
const SELF = fileURLToPath(import.meta.url);

function randomTemplates(count) {
  const data = new Float32Array(count * DIMENSIONS);
  let state = 12345;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  for (let k = 0; k < data.length; k += 1) data[k] = next() + next() + next() - 1.5;
  return { data, dimensions: DIMENSIONS };
}

const subjectsOf = (count) => Int32Array.from({ length: count }, (_, k) => k >> 2);
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Matrix products alone, in one thread; the number of comparisons and the seconds they took. */
const CEILING = `
import { parentPort, workerData } from 'node:worker_threads';
const { gemmModel } = await import(workerData.dist + '/comparison/gemm-graph.js');
const { openOnnx } = await import(workerData.dist + '/runtimes/onnx-runtime.js');
const { dimensions, rows, columns, times } = workerData;
const network = await openOnnx(gemmModel());
const tensor = (data, dims) => ({ data, dims });
const filled = (count) => Float32Array.from({ length: count * dimensions }, (_, k) => Math.sin(k));
const feeds = { probes: tensor(filled(rows), [rows, dimensions]), references: tensor(filled(columns), [columns, dimensions]) };
const into = { scores: tensor(new Float32Array(rows * columns), [rows, columns]) };
await network.run(feeds, into);
parentPort.postMessage('ready');
parentPort.once('message', async () => {
  for (let k = 0; k < times; k += 1) await network.run(feeds, into);
  await network.release();
  parentPort.postMessage('done');
});
`;

async function ceilingOf(rows, columns, threads) {
  const times = Math.ceil(44_000_000 / (rows * columns));
  const dist = new URL('../dist', import.meta.url).href;
  const said = (worker) => new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  const url = new URL(`data:text/javascript,${encodeURIComponent(CEILING)}`);
  const workers = Array.from(
    { length: threads },
    () => new Worker(url, { workerData: { dist, dimensions: DIMENSIONS, rows, columns, times } }),
  );
  await Promise.all(workers.map(said));
  const start = performance.now();
  const done = Promise.all(workers.map(said));
  for (const worker of workers) worker.postMessage('go');
  await done;
  const seconds = (performance.now() - start) / 1000;
  await Promise.all(workers.map((worker) => worker.terminate()));
  return (threads * times * rows * columns) / seconds;
}

async function ceiling(threads) {
  let best = 0;
  for (const [rows, columns] of [
    [1024, 4096],
    [1024, 256],
    [256, 1024],
    [512, 2048],
  ]) {
    best = Math.max(best, await ceilingOf(rows, columns, threads));
  }
  return best;
}

async function measured(samples, threads) {
  const { allPairs, search } = await import('../dist/index.js');
  const templates = randomTemplates(samples);
  const subjects = subjectsOf(samples);
  const comparisons = (samples * (samples - 1)) / 2;
  const timed = async (count, call) => {
    const start = performance.now();
    await call();
    return count / ((performance.now() - start) / 1000);
  };
  let [first, last, firstDone, kept] = [0, 0, 0, 0];
  const all = async () => {
    first = 0;
    const { tail } = await allPairs(templates, subjects, {
      workers: threads,
      onProgress(done) {
        last = performance.now();
        if (first === 0) [first, firstDone] = [last, done];
      },
    });
    kept = tail.scores.length;
  };
  const whole = await timed(comparisons, all);
  const engine = (comparisons - firstDone) / ((last - first) / 1000);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  if (samples > 20_000) return { whole, engine, megabytes, kept };
  const again = await timed(comparisons, all);
  const people = Array.from(subjects, (_, k) => k);
  const set = (count) => ({
    templates: { ...templates, data: templates.data.subarray(0, count * DIMENSIONS) },
    subjects: people.slice(0, count),
  });
  const searched = await timed(samples ** 2, () => search(set(samples), set(samples), { k: 20, workers: threads }));
  const small = [];
  for (let k = 0; k < 10; k += 1) small.push(1 / (await timed(1, () => search(set(1000), set(8700), { k: 20 }))));
  return { whole, again, engine, searched, megabytes, kept, small: median(small) };
}

async function bench(rounds = 5, sizes = [13_233]) {
  const threads = availableParallelism();
  const million = (rate) => `${(rate / 1e6).toFixed(0)} M/s`;
  for (const samples of sizes) {
    const results = [];
    for (let round = 0; round < rounds; round += 1) {
      const ceilingRate = await ceiling(threads);
      const ours = JSON.parse(execFileSync(process.execPath, [SELF, 'measure', String(samples)], { encoding: 'utf8' }));
      results.push({ ceiling: ceilingRate, ...ours });
    }
    const column = (name) => results.map((one) => one[name]);
    const range = (values) => `${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}`;
    const line = (label, name) => {
      const shares = results.map((one) => one[name] / one.ceiling);
      const share = `${median(shares).toFixed(2)} (${range(shares)}) of the ceiling`;
      return `  ${label.padEnd(22)} ${million(median(column(name))).padStart(9)}   ${share}`;
    };
    console.log(`${samples} templates of ${DIMENSIONS}, ${threads} threads, ${rounds} rounds`);
    console.log(`  matrix product alone   ${million(median(column('ceiling'))).padStart(9)}`);
    console.log(line('all pairs, engine', 'engine'));
    console.log(line('all pairs, first call', 'whole'));
    if (results[0].searched) {
      console.log(line('all pairs, second call', 'again'));
      console.log(line('search top 20, whole', 'searched'));
      console.log(`  small search           ${median(column('small')).toFixed(3)} s`);
    }
    console.log(`  peak memory ${median(column('megabytes')).toFixed(0)} MB, ${results[0].kept} of the tail kept`);
  }
}

const [, , mode, ...rest] = process.argv;
if (mode === 'measure') console.log(JSON.stringify(await measured(Number(rest[0]), availableParallelism())));
else if (mode === '--write') {
  const { encodeNpy } = await import('../dist/index.js');
  const { data, dimensions } = randomTemplates(13_233);
  for (let start = 0; start < data.length; start += dimensions) {
    const length = Math.hypot(...data.subarray(start, start + dimensions));
    for (let k = start; k < start + dimensions; k += 1) data[k] /= length;
  }
  mkdirSync(rest[0], { recursive: true });
  writeFileSync(join(rest[0], 'templates.npy'), encodeNpy(data, [13_233, dimensions]));
} else {
  const sizes = rest[0]?.split(',').map(Number);
  await bench(mode ? Number(mode) : undefined, sizes);
}
