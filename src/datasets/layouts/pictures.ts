import { absolutePath, filesBelowRoot, isPicture, type LayoutReader } from './layout.js';

/** Pictures of which nobody says who is on them, such as group photos. */
export const readPictures: LayoutReader = async (input) =>
  filesBelowRoot(input)
    .filter(({ id }) => isPicture(id))
    .map((file) => ({ id: file.id, path: absolutePath(input, file), sha256: file.sha256, attributes: {} }));
