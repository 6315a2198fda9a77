import pLimit from 'p-limit';
import { bytewise } from '../../files/bytewise.js';
import { FalsematchError } from '../../files/errors.js';
import { pictureSize } from '../../images/picture-size.js';
import type { PlateLabel, Sample } from '../sample.js';
import { type LabelLine, type Labelled, labelLines, matchLabels } from './label-files.js';
import { absolutePath, filesBelowRoot, isPicture, type LayoutInput, type LayoutReader } from './layout.js';
import { refuseRepeated } from './plate-label.js';
import { isYoloLine, readYoloLine } from './yolo-line.js';

const AT_ONCE = 8;

/**
 * YOLO labels: a .txt of the picture's stem beside it or in a `labels` folder, with a line for each object: class, then
 * centre, width and height, or four corners, as shares of the picture. Class 0 is a plate unless `layout.classes` says
 * otherwise; other classes are not plates. A picture without label file, or with an empty one, shows no plate. A label
 * without its picture is a sample without a path, named by its stem, its plates without boxes. Texts are not labelled.
 */
export const readYolo: LayoutReader = async (input) => {
  const files = filesBelowRoot(input);
  const pictures = files.filter(({ id }) => isPicture(id));
  const texts = files.filter(({ id }) => /\.txt$/i.test(id));
  const matched = matchLabels(pictures, texts, { folder: 'labels', name: input.name });
  if (pictures.length > 0 && !matched.some(({ picture, label }) => picture && label)) {
    throw new FalsematchError(
      `The dataset ${input.name} has no label file of any picture (a .txt of the same name beside it or in a folder "labels"); add the labels.`,
    );
  }
  const classes = plateClasses(input);
  const samples = await pLimit(AT_ONCE).map(matched, (pair) => readSample(pair, classes, input));
  return samples.flat().sort((a, b) => bytewise(a.id, b.id));
};

async function readSample(
  { picture, label }: Labelled,
  classes: readonly number[],
  input: LayoutInput,
): Promise<Sample[]> {
  const lines = label ? await labelLines(absolutePath(input, label)) : [];
  // Without its picture a text of another shape (classes.txt, a list of files) is a note and no label.
  if (label && !picture && !(lines.length > 0 && lines.every(({ text }) => isYoloLine(text)))) return [];
  const path = picture && absolutePath(input, picture);
  const size = path !== undefined && lines.length > 0 ? await pictureSize(path) : undefined;
  const where = ({ number }: LabelLine): string => `${input.name}/${label?.path}, line ${number}`;
  const read = lines.map((line) => ({ line, ...readYoloLine(line.text, size, where(line)) }));
  const own = read.filter(({ type }) => classes.includes(type));
  const plates = own.map(({ plate }): PlateLabel => plate);
  // Boxes whose pixels nobody knows all look alike.
  if (size) refuseRepeated(plates, (index) => (own[index] ? where(own[index].line) : ''));
  const id = picture?.id ?? label?.id.replace(/\.txt$/i, '') ?? '';
  return [{ id, ...(picture && path !== undefined ? { path, sha256: picture.sha256 } : {}), plates, attributes: {} }];
}

function plateClasses({ layout, name }: LayoutInput): number[] {
  return (layout.classes ?? [0]).map((type) => {
    if (typeof type === 'number') return type;
    throw new FalsematchError(
      `The card of ${name}: layout.classes of a yolo layout must be numbers, found ${JSON.stringify(type)}; write the number of the class.`,
    );
  });
}
