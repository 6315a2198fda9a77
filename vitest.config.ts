import { defineConfig } from 'vitest/config';

/** Where a machine wants to read what came out besides, as JSON. */
const results = process.env.FALSEMATCH_TEST_RESULTS;

/** Tests that take long stand in files named *.full.test.ts and run only with `--mode full`. */
export default defineConfig(({ mode }) => ({
  test: {
    // onnxruntime cannot be loaded in vitest's thread and vm pools.
    pool: 'forks',
    // Loading everything anew for each file takes longer than the tests; each leaves the process as it was.
    isolate: false,
    // By default one core would stay idle.
    maxWorkers: '100%',
    include: ['tests/**/*.test.ts'],
    exclude: mode === 'full' ? [] : ['tests/**/*.full.test.ts'],
    ...(results ? { reporters: ['default', 'json'], outputFile: { json: results } } : {}),
    // Full tests need models of a large package.
    globalSetup: ['tests/support/global-setup.ts', ...(mode === 'full' ? ['tests/support/large-models.ts'] : [])],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
}));
