import { messageOf } from '../../src/files/errors.js';
import { fetchNpmFiles } from './fetch-npm-files.js';

/** Models of a package of 145 MB. */
const MODELS = ['human-faceres', 'human-mobileface', 'human-mobilefacenet'];

/** Fetches what only full tests need. */
export async function setup(): Promise<void> {
  try {
    await fetchNpmFiles(MODELS, []);
  } catch (thrown) {
    process.stderr.write(`Tests on human-models are skipped: ${messageOf(thrown)}\n`);
  }
}
