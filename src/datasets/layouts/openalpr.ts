import { posix } from 'node:path';
import pLimit from 'p-limit';
import { bytewise } from '../../files/bytewise.js';
import { FalsematchError } from '../../files/errors.js';
import { type PictureSize, pictureSize } from '../../images/picture-size.js';
import type { PlateLabel, Sample } from '../sample.js';
import { type LabelLine, type Labelled, labelLines, matchLabels, refuseUnlabelled, stemOf } from './label-files.js';
import { absolutePath, filesBelowRoot, isPicture, type LayoutInput, type LayoutReader } from './layout.js';
import { labelBox, labelText, refuseRepeated } from './plate-label.js';

const AT_ONCE = 8;
const FIELDS = 6;

/**
 * OpenALPR's benchmarks (github.com/openalpr/benchmarks, endtoend): beside each picture a .txt of the same stem with a
 * line `file<TAB>x<TAB>y<TAB>width<TAB>height<TAB>TEXT` for each plate, in whole pixels; an empty file says that there is
 * no plate. The nearest folder with a name of two letters (eu, us) is the attribute `country`. A label without its
 * picture is a sample without a path; a picture without a label file is refused.
 */
export const readOpenAlpr: LayoutReader = async (input) => {
  const files = filesBelowRoot(input);
  const pictures = files.filter(({ id }) => isPicture(id));
  const texts = files.filter(({ id }) => /\.txt$/i.test(id));
  const matched = matchLabels(pictures, texts, { name: input.name });
  refuseUnlabelled(matched, input.name, '.txt');
  const samples = await pLimit(AT_ONCE).map(matched, (pair) => readSample(pair, input));
  return samples.flat().sort((a, b) => bytewise(a.id, b.id));
};

async function readSample({ picture, label }: Labelled, input: LayoutInput): Promise<Sample[]> {
  if (!label) return [];
  const lines = await labelLines(absolutePath(input, label));
  // Without a picture beside it, a text of another shape is a note and no label.
  if (!picture && !lines.some(({ text }) => text.split('\t').length === FIELDS)) return [];
  const path = picture && absolutePath(input, picture);
  const size = path === undefined ? undefined : await pictureSize(path);
  const where = (index: number): string => `${input.name}/${label.path}, line ${lines[index]?.number}`;
  const read = lines.map((line, index) => readLine(line, label.id, size, where(index)));
  const plates = read.map(({ plate }) => plate);
  refuseRepeated(plates, where);
  const named = posix.join(posix.dirname(label.id), read[0]?.file ?? '');
  const country = countryOf((picture ?? label).path);
  return [
    {
      id: picture?.id ?? named,
      ...(picture && path !== undefined ? { path, sha256: picture.sha256 } : {}),
      plates,
      attributes: country ? { country } : {},
    },
  ];
}

function readLine(
  { text }: LabelLine,
  label: string,
  size: PictureSize | undefined,
  where: string,
): { file: string; plate: PlateLabel } {
  const fields = text.split('\t').map((field) => field.trim());
  const [file = '', x = '', y = '', width = '', height = '', plate = ''] = fields;
  const numbers = [x, y, width, height];
  if (fields.length !== FIELDS || !numbers.every((number) => /^-?\d+$/.test(number))) {
    throw new FalsematchError(
      `${where}: expected file, x, y, width, height (whole pixels) and text with tabs between them, found ${JSON.stringify(text.slice(0, 80))}; correct the line.`,
    );
  }
  const name = posix.basename(file.replaceAll('\\', '/'));
  if (stemOf(name) !== posix.basename(stemOf(label))) {
    throw new FalsematchError(
      `${where}: names the picture ${JSON.stringify(file)}, and the label file is that of ${posix.basename(stemOf(label))}; correct the name.`,
    );
  }
  const [left, top] = [Number(x), Number(y)];
  const box = labelBox([left, top, left + Number(width), top + Number(height)], size, where);
  return { file: name, plate: { box, text: labelText(plate, where) } };
}

function countryOf(path: string): string | undefined {
  const folders = path.split('/').slice(0, -1);
  return folders.findLast((folder) => /^[a-z]{2}$/i.test(folder))?.toLowerCase();
}
