import pLimit from 'p-limit';
import { bytewise } from '../../files/bytewise.js';
import { FalsematchError } from '../../files/errors.js';
import { readText } from '../../files/read-text.js';
import type { Sample } from '../sample.js';
import { type Labelled, matchLabels, refuseUnlabelled } from './label-files.js';
import { absolutePath, filesBelowRoot, isPicture, type LayoutInput, type LayoutReader, pictureOf } from './layout.js';
import { readAnnotation } from './voc-annotation.js';
import { readXml } from './xml-tree.js';

const AT_ONCE = 8;

/**
 * Pascal VOC: an XML of the picture's stem beside it or in an `Annotations` folder, one object a plate; see
 * `readAnnotation` for what is a plate and what is its text. An annotation without its picture is a sample without a
 * path, named by its stem; a picture without an annotation is refused.
 */
export const readVoc: LayoutReader = async (input) => {
  const files = filesBelowRoot(input);
  const pictures = files.filter(({ id }) => isPicture(id));
  const annotations = files.filter(({ id }) => /\.xml$/i.test(id));
  const matched = matchLabels(pictures, annotations, { folder: 'annotations', name: input.name });
  refuseUnlabelled(matched, input.name, '.xml');
  const samples = await pLimit(AT_ONCE).map(matched, (pair) => readSample(pair, input));
  return samples.flat().sort((a, b) => bytewise(a.id, b.id));
};

async function readSample({ picture, label }: Labelled, input: LayoutInput): Promise<Sample[]> {
  if (!label) return [];
  const where = `${input.name}/${label.path}`;
  const root = readXml(await readText(absolutePath(input, label)), where);
  if (root.name !== 'annotation') {
    if (!picture) return [];
    throw new FalsematchError(`${where}: expected an <annotation>, found <${root.name}>; correct the file.`);
  }
  const { plates, attributes } = readAnnotation(root, where, input.layout.classes?.map(String));
  return [{ id: picture?.id ?? label.id.replace(/\.xml$/i, ''), ...pictureOf(input, picture), plates, attributes }];
}
