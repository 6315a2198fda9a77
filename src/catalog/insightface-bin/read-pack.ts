import { FalsematchError } from '../../files/errors.js';
import { isObject, type PickleValue, tupleOf } from './pickle-value.js';
import { readPickle } from './read-pickle.js';

/** Pictures that are compared two by two: the first with the second, the third with the fourth. */
export interface Pack {
  /** Encoded, as they lie in the pack. */
  readonly pictures: readonly Uint8Array[];
  /** Of each two, whether they show one person. */
  readonly mated: readonly boolean[];
}

/**
 * A pack of verification pairs as InsightFace writes it (recognition/arcface_torch/eval/verification.py, `load_bin`): the
 * pickle of a tuple of two lists. Nothing is executed. Throws one sentence with `file` for anything else.
 */
export function readPack(bytes: Buffer, file: string): Pack {
  const parts = tupleOf(readPickle(bytes, file));
  const [pictures, mated] = [itemsOf(parts?.[0]), itemsOf(parts?.[1])];
  if (parts?.length !== 2 || !pictures || !mated) {
    throw refused(file, 'expected two lists, one of encoded pictures and one of booleans, found something else');
  }
  const encoded = pictures.map((picture, place) => {
    const found = isObject(picture) && picture.kind === 'array' ? picture.bytes : picture;
    if (found instanceof Uint8Array) return found;
    throw refused(file, `expected picture ${place + 1} to be bytes, found something else`);
  });
  const same = mated.map((value, place) => {
    if (typeof value === 'boolean') return value;
    throw refused(file, `expected the label of pair ${place + 1} to be true or false, found something else`);
  });
  if (same.length === 0 || encoded.length !== 2 * same.length) {
    throw refused(file, `expected two pictures for each pair, found ${encoded.length} for ${same.length}`);
  }
  return { pictures: encoded, mated: same };
}

function itemsOf(value: PickleValue | undefined): readonly PickleValue[] | undefined {
  return isObject(value) && (value.kind === 'list' || value.kind === 'tuple') ? value.items : undefined;
}

function refused(file: string, why: string): FalsematchError {
  return new FalsematchError(`${file} was refused as a pack of pictures: ${why}; get it again.`);
}
