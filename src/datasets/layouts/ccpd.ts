import { bytewise } from '../../files/bytewise.js';
import type { Sample } from '../sample.js';
import { readCcpdName } from './ccpd-name.js';
import { absolutePath, filesBelowRoot, isPicture, type LayoutReader } from './layout.js';

/**
 * Chinese City Parking Dataset (github.com/detectRecog/CCPD): the label is the picture's name. The nearest folder named
 * ccpd_... is the attribute `subset`; the pictures of ccpd_np show cars without a plate. Boxes are taken as they are
 * written: the pictures are not opened. Throws for a name of another shape.
 */
export const readCcpd: LayoutReader = async (input) =>
  filesBelowRoot(input)
    .filter(({ id }) => isPicture(id))
    .map((file): Sample => {
      const folders = file.path.split('/').slice(0, -1);
      const subset = folders.findLast((folder) => /^ccpd_/i.test(folder))?.toLowerCase();
      const { plates, attributes } =
        subset === 'ccpd_np' ? { plates: [], attributes: {} } : readCcpdName(file.path, input.name);
      return {
        id: file.id,
        path: absolutePath(input, file),
        sha256: file.sha256,
        plates,
        attributes: { ...attributes, ...(subset ? { subset } : {}) },
      };
    })
    .sort((a, b) => bytewise(a.id, b.id));
