import { fileURLToPath } from 'node:url';

/** A home folder that outlives a test run, so that what comes by npm is fetched once and not in every run. */
export const TEST_HOME = fileURLToPath(new URL('../../node_modules/.cache/falsematch', import.meta.url));
