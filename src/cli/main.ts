#!/usr/bin/env node
import { Command } from 'commander';
import { FalsematchError } from '../files/errors.js';
import { packageVersion } from '../files/package-folder.js';
import { registerCache } from './commands/cache.js';
import { registerClaims } from './commands/claims.js';
import { registerCompare } from './commands/compare.js';
import { registerConditions } from './commands/conditions.js';
import { registerDatasets } from './commands/datasets.js';
import { registerDeployment } from './commands/deployment.js';
import { registerModels } from './commands/models.js';
import { registerPlates } from './commands/plates.js';
import { registerRate } from './commands/rate.js';
import { registerReport } from './commands/report.js';
import { registerRun } from './commands/run.js';
import { registerScores } from './commands/scores.js';
import { registerServe } from './commands/serve.js';
import { registerSuspects } from './commands/suspects.js';
import { registerTemplates } from './commands/templates.js';
import { registerVerify } from './commands/verify.js';
import { endWith } from './fail.js';

/*
 * Commands import what they need only when they run, so that --help answers at once.
 */
const program = new Command('falsematch')
  .description('Measures how often open face-recognition and licence-plate-recognition models are wrong.')
  .version(packageVersion())
  .showHelpAfterError('(falsematch --help lists the commands and options)')
  .showSuggestionAfterError()
  .configureHelp({ showGlobalOptions: true })
  .addHelpText(
    'after',
    `
Examples:
  falsematch run quickstart           six group photos and a model from npm
  falsematch run lfw --workers 4      every model that can be had, on LFW View 2
  falsematch verify runs/lfw-…        recompute every figure from the stored scores

Exit codes: 0 fine; 1 a gate failed; 2 bad usage or input; 3 unresolved under --strict; 4 verification failed;
130 interrupted, run the same command again to go on.`,
  );

for (const register of [
  registerRun,
  registerModels,
  registerDatasets,
  registerVerify,
  registerReport,
  registerServe,
  registerClaims,
  registerCompare,
  registerSuspects,
  registerRate,
  registerScores,
  registerTemplates,
  registerPlates,
  registerConditions,
  registerDeployment,
  registerCache,
]) {
  register(program);
}

// commander's own refusals are bad usage.
program.exitOverride();
for (const command of program.commands) {
  command.exitOverride();
  for (const inner of command.commands) inner.exitOverride();
}

// Whoever reads may have seen enough (| head); a full disk is told like any other failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') endWith(new FalsematchError(`The output cannot be written (${error.message}).`));
});

try {
  await program.parseAsync();
} catch (thrown) {
  endWith(thrown);
}
