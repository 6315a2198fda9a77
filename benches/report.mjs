// Writing the reports and figures of a run, beside reading the run: npm run bench:report [-- DIR ROUNDS]
//
// Every round takes a fresh process, which reads the run directory (default: results/lfw, three models) and makes its
// reports once, as `falsematch run` does: nothing is warm. Medians and ranges are printed; the ratio to reading, which
// parses and checks the same tables, says how much of a command's time the reports are, whatever the machine.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

async function measure(directory) {
  const { readRun } = await import('../dist/results/read-run.js');
  const began = performance.now();
  const run = await readRun(directory);
  const read = performance.now() - began;
  const loading = performance.now();
  const { reportFiles } = await import('../dist/report/report-files.js');
  const start = performance.now();
  const files = reportFiles(run);
  const written = performance.now() - start;
  const bytes = [...files.values()].reduce((total, text) => total + Buffer.byteLength(text), 0);
  console.log(
    JSON.stringify({
      read,
      loaded: start - loading,
      written,
      bytes,
      html: Buffer.byteLength(files.get('report.html')),
    }),
  );
}

function bench(directory = 'results/lfw', rounds = '7') {
  const self = fileURLToPath(import.meta.url);
  const results = Array.from({ length: Number(rounds) }, () =>
    JSON.parse(execFileSync(process.execPath, [self, 'measure', directory], { encoding: 'utf8' })),
  );
  const sorted = (of) => results.map(of).sort((a, b) => a - b);
  const line = (of, unit) => {
    const all = sorted(of);
    return `${all[Math.floor(all.length / 2)].toFixed(2)}${unit} (${all[0].toFixed(2)} to ${all.at(-1).toFixed(2)})`;
  };
  console.log(`${directory}, ${rounds} fresh processes, median (range)`);
  console.log(`reading the run      ${line(({ read }) => read / 1000, ' s')}`);
  console.log(`loading libraries    ${line(({ loaded }) => loaded / 1000, ' s')}`);
  console.log(`making its reports   ${line(({ written }) => written / 1000, ' s')}`);
  console.log(`reports / reading    ${line(({ read, written }) => written / read, '')}`);
  console.log(
    `report.html ${(results[0].html / 1e6).toFixed(2)} MB, all reports and figures ${(results[0].bytes / 1e6).toFixed(2)} MB`,
  );
}

const [command, ...rest] = process.argv.slice(2);
if (command === 'measure') await measure(rest[0]);
else bench(command, ...rest);
