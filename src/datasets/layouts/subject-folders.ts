import { absolutePath, filesBelowRoot, isPicture, type LayoutReader } from './layout.js';

/** One folder a subject, named after the subject, with that subject's pictures at any depth below it. */
export const readSubjectFolders: LayoutReader = async (input) =>
  filesBelowRoot(input)
    .filter(({ id }) => isPicture(id) && id.includes('/'))
    .map((file) => ({
      id: file.id,
      path: absolutePath(input, file),
      sha256: file.sha256,
      subject: file.id.slice(0, file.id.indexOf('/')),
      attributes: {},
    }));
