import { posix } from 'node:path';
import type { LayoutReader } from './layout.js';
import { samplesByPath } from './picture-paths.js';

const NAME = /^(.+)_\d+\.[A-Za-z]+$/;

/**
 * Pictures named after the person and numbered, `Ann_Lee_0001.jpg` (CALFW) or `Ann_Lee_1.jpg` (CPLFW), in one folder.
 * Nobody says whom a picture with another name shows: CPLFW has a few that are misspelt, and no list names them.
 */
export const readNameNumber: LayoutReader = async (input) =>
  samplesByPath(input, (path) => {
    const [, subject] = NAME.exec(posix.basename(path)) ?? [];
    return { id: path, ...(subject === undefined ? {} : { subject }), attributes: {} };
  });
