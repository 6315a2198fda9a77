import { Command } from 'commander';
import { packageVersion } from '../files/package-folder.js';
import { boldHeadings, coloursFor } from './colour.js';
import { registerCache } from './commands/cache.js';
import { registerClaims } from './commands/claims.js';
import { registerCompare } from './commands/compare.js';
import { registerCompletion } from './commands/completion.js';
import { registerConditions } from './commands/conditions.js';
import { registerDatasets } from './commands/datasets.js';
import { registerDeployment } from './commands/deployment.js';
import { registerDoctor } from './commands/doctor.js';
import { registerHelp } from './commands/help.js';
import { registerModels } from './commands/models.js';
import { registerPlates } from './commands/plates.js';
import { registerRate } from './commands/rate.js';
import { registerReport } from './commands/report.js';
import { registerRun } from './commands/run.js';
import { registerScores } from './commands/scores.js';
import { registerServe } from './commands/serve.js';
import { registerSpeed } from './commands/speed.js';
import { registerSuspects } from './commands/suspects.js';
import { registerTemplates } from './commands/templates.js';
import { registerVerify } from './commands/verify.js';

/** Help is no wider than this, however wide the terminal is: longer lines are hard to read. */
const HELP_WIDTH = 80;

/**
 * The command line with all its commands, not yet run. Commands import what they need only when they run, so that --help
 * answers at once. Whatever commander refuses is thrown as a CommanderError.
 */
export function makeProgram(): Command {
  const program = new Command('falsematch')
    .description('Measures how often open face-recognition and licence-plate-recognition models are wrong.')
    .version(packageVersion())
    .showHelpAfterError('(falsematch --help lists the commands and options)')
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      getOutHelpWidth: () => Math.min(HELP_WIDTH, process.stdout.columns || HELP_WIDTH),
      getErrHelpWidth: () => Math.min(HELP_WIDTH, process.stderr.columns || HELP_WIDTH),
      writeOut: (text) => process.stdout.write(coloursFor(process.stdout) ? boldHeadings(text) : text),
    })
    // Commands that are added below inherit it.
    .exitOverride()
    .addHelpText(
      'after',
      `
Examples:
  falsematch run quickstart           six group photos and a model from npm
  falsematch run lfw --workers 4      every model that can be had, on LFW View 2
  falsematch verify runs/lfw-…        recompute every figure from stored scores

Exit codes: 0 fine; 1 a gate failed; 2 bad usage or input; 3 unresolved under
--strict; 4 verification failed; 130 interrupted, run the same command again to
go on.`,
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
    registerSpeed,
    registerPlates,
    registerConditions,
    registerDeployment,
    registerCache,
    registerDoctor,
    registerCompletion,
    registerHelp,
  ]) {
    register(program);
  }
  return program;
}
