import { FalsematchError } from '../../files/errors.js';
import type { PlateLabel } from '../sample.js';
import { labelBox, refuseRepeated } from './plate-label.js';
import { kindOfName } from './voc-names.js';
import { childText, type XmlElement } from './xml-tree.js';

const TEXTS =
  `text plate_text plate_number platenumber license_plate licence_plate licenseplate number_plate plate number
  lp transcription`.split(/\s+/);
const VEHICLES = ['vehicle_id', 'vehicle'];
const ATTRIBUTES = ['country', 'time', 'infrared'];
const SIDES = ['xmin', 'ymin', 'xmax', 'ymax'];

/**
 * The plates and the attributes of a Pascal VOC annotation. The text of a plate is what an element of its object, or an
 * `attribute` in its `attributes`, named text, plate_text, plate_number, plate, number or the like says; or else its
 * name, where that is not the word for a class. Boxes are taken as they are written and clipped to `size`. `classes` are
 * the names that mean a plate, where the card says them. Throws with the line of what cannot be a label.
 */
export function readAnnotation(
  root: XmlElement,
  where: string,
  classes?: readonly string[],
): { plates: PlateLabel[]; attributes: Record<string, string> } {
  const size = sizeOf(root);
  const objects = root.children.filter(({ name }) => name === 'object');
  const lines: number[] = [];
  const plates: PlateLabel[] = [];
  for (const object of objects) {
    const at = `${where}, line ${object.line}`;
    const text = plateText(object, at, classes);
    if (text === undefined) continue;
    const vehicle = childText(fieldsOf(object), VEHICLES);
    const box = labelBox(sidesOf(object, at), size, at);
    plates.push({ box, ...(text === '' ? {} : { text }), ...(vehicle ? { vehicle } : {}) });
    lines.push(object.line);
  }
  refuseRepeated(plates, (index) => `${where}, line ${lines[index]}`);
  const fields = fieldsOf(root);
  const said = ATTRIBUTES.map((name) => [name, childText(fields, [name])] as const);
  const attributes = Object.fromEntries(said.flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return { plates, attributes };
}

/** The text of a plate, empty where only its place is labelled; undefined for what is no plate. */
function plateText(object: XmlElement, at: string, classes: readonly string[] | undefined): string | undefined {
  const name = childText(object, ['name']);
  if (name === undefined) {
    throw new FalsematchError(`${at}: expected the <name> of an object, found none; name it or remove the object.`);
  }
  const written = childText(fieldsOf(object), TEXTS) ?? '';
  if (classes) return classes.includes(name) ? written : undefined;
  const kind = kindOfName(name);
  if (kind === 'unknown') {
    throw new FalsematchError(
      `${at}: nobody can tell whether an object named ${JSON.stringify(name)} is a plate; list the names that are plates in layout.classes of the card (or with --classes).`,
    );
  }
  if (kind === 'other') return undefined;
  return kind === 'text' && written === '' ? name : written;
}

/** An element with what its `attributes` say as further elements. */
function fieldsOf(element: XmlElement): XmlElement {
  const listed = element.children.filter(({ name }) => name === 'attributes').flatMap(({ children }) => children);
  const named = listed.map((attribute): XmlElement => {
    const name = childText(attribute, ['name']);
    return name === undefined ? attribute : { ...attribute, name, text: childText(attribute, ['value']) ?? '' };
  });
  return { ...element, children: [...element.children, ...named] };
}

function sidesOf(object: XmlElement, at: string): [number, number, number, number] {
  const box = object.children.find(({ name }) => name === 'bndbox');
  const sides = SIDES.map((side) => (box ? childText(box, [side]) : undefined) ?? '');
  if (!box || !sides.every((side) => /^-?\d+(?:\.\d+)?$/.test(side))) {
    const found = box ? sides.map((side) => side || 'nothing').join(', ') : 'no <bndbox>';
    throw new FalsematchError(
      `${at}: expected a <bndbox> with the numbers xmin, ymin, xmax, ymax, found ${found}; correct the object.`,
    );
  }
  const [left = 0, top = 0, right = 0, bottom = 0] = sides.map(Number);
  return [left, top, right, bottom];
}

/** The picture's size, where the annotation states one. */
function sizeOf(root: XmlElement): { width: number; height: number } | undefined {
  const size = root.children.find(({ name }) => name === 'size');
  const [width, height] = ['width', 'height'].map((side) => Number((size && childText(size, [side])) ?? 0));
  return width && height && width > 0 && height > 0 ? { width, height } : undefined;
}
