import { posix } from 'node:path';
import { FalsematchError } from '../../files/errors.js';
import type { Point } from '../../images/box.js';
import type { PlateLabel, Sample } from '../sample.js';
import { stemOf } from './label-files.js';
import { labelBox } from './plate-label.js';

// As the README of github.com/detectRecog/CCPD lists them; its last one, O, stands for "no character".
const PROVINCES = [...'皖沪津渝冀晋蒙辽吉黑苏浙京闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新警学', ''];
const LETTERS = [...'ABCDEFGHJKLMNPQRSTUVWXYZ', ''];
const LETTERS_AND_DIGITS = [...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789', ''];

const POINT = String.raw`-?\d+&-?\d+`;
const NAME = new RegExp(
  [
    String.raw`^\d+`,
    String.raw`(?<tilt>\d+_\d+)`,
    `(?<box>${POINT}_${POINT})`,
    `(?<vertices>${POINT}_${POINT}_${POINT}_${POINT})`,
    String.raw`(?<number>\d+(?:_\d+){6,7})`,
    String.raw`(?<brightness>\d+)`,
    String.raw`(?<blurriness>\d+)$`,
  ].join('-'),
);

/**
 * The plate and the attributes that a picture's name in CCPD states: area, tilt (horizontal_vertical, degrees), box,
 * vertices from the right bottom one clockwise, indices of the 7 or 8 characters, brightness, blurriness.
 */
export function readCcpdName(path: string, dataset: string): Required<Pick<Sample, 'plates' | 'attributes'>> {
  const where = `${dataset}/${path}`;
  const fields = NAME.exec(stemOf(posix.basename(path)))?.groups;
  if (!fields) {
    throw new FalsematchError(
      `${where}: expected a name of seven parts as CCPD has (area-tilt-box-vertices-number-brightness-blurriness), found ${JSON.stringify(posix.basename(path))}; take the picture out, or put pictures without a plate into a folder named ccpd_np.`,
    );
  }
  const { tilt = '', box = '', vertices = '', number = '', brightness = '', blurriness = '' } = fields;
  const [[left, top], [right, bottom]] = pointsOf(box) as [Point, Point];
  const [bottomRight, bottomLeft, topLeft, topRight] = pointsOf(vertices) as [Point, Point, Point, Point];
  const plate: PlateLabel = {
    box: labelBox([left, top, right, bottom], undefined, where),
    corners: [topLeft, topRight, bottomRight, bottomLeft],
    text: textOf(number, where),
  };
  return { plates: [plate], attributes: { tilt, brightness, blurriness } };
}

function pointsOf(text: string): Point[] {
  return text.split('_').map((point): Point => {
    const [x, y] = point.split('&');
    return [Number(x), Number(y)];
  });
}

function textOf(number: string, where: string): string {
  const characters = number.split('_').map((index, place) => {
    const list = place === 0 ? PROVINCES : place === 1 ? LETTERS : LETTERS_AND_DIGITS;
    const character = list[Number(index)];
    if (character !== undefined) return character;
    throw new FalsematchError(
      `${where}: expected the index of character ${place + 1} of the plate to be below ${list.length}, found ${index}; correct the name or take the picture out.`,
    );
  });
  const text = characters.join('');
  if (text !== '') return text;
  throw new FalsematchError(`${where}: the number of the plate has no character; take the picture out.`);
}
