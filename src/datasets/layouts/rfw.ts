import type { LayoutReader } from './layout.js';
import { samplesByPath } from './picture-paths.js';

const PICTURE = /(?:^|\/)data\/(African|Asian|Caucasian|Indian)\/([^/]+)\/([^/]+)$/;

/**
 * Racial Faces in the Wild: `data/African/m.0xyz/m.0xyz_0001.jpg`, below whatever folder (test, test_aligned). The
 * attribute `race` is what its authors sorted the people by, not what they say of themselves.
 */
export const readRfw: LayoutReader = async (input) =>
  samplesByPath(input, (path) => {
    const [, race, subject, file] = PICTURE.exec(path) ?? [];
    if (race === undefined || subject === undefined) return undefined;
    return { id: `${race}/${subject}/${file}`, subject, attributes: { race } };
  });
