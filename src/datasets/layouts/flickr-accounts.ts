import type { LayoutReader } from './layout.js';
import { samplesByPath } from './picture-paths.js';

const PICTURE = /(?:^|\/)(\d+@N\d+)\/([^/]+)$/;

/**
 * MegaFace's distractors: `FlickrFinal2/100/10054633@N00/123_0.jpg`. Nobody says who is on them. The account is taken for
 * the subject, so that the pictures of one account count as belonging together; it is no person, so nothing mated may be
 * made of it: the pictures serve as passers-by and distractors.
 */
export const readFlickrAccounts: LayoutReader = async (input) =>
  samplesByPath(input, (path) => {
    const [, account] = PICTURE.exec(path) ?? [];
    return account === undefined ? undefined : { id: path, subject: `account ${account}`, attributes: {} };
  });
