#!/usr/bin/env node
import { FalsematchError } from '../files/errors.js';
import { endWith } from './fail.js';
import { makeProgram } from './program.js';

// Whoever reads may have seen enough (| head); a full disk is told like any other failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') endWith(new FalsematchError(`The output cannot be written (${error.message}).`));
});

try {
  await makeProgram().parseAsync();
} catch (thrown) {
  endWith(thrown);
}
