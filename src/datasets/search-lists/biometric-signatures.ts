import { SaxesParser } from 'saxes';
import { FalsematchError } from '../../files/errors.js';
import type { ListedSample } from './split.js';

/** A sample of a set of biometric signatures, with the signature that names it, counted from 1. */
export interface SignatureSample extends ListedSample {
  readonly entry: number;
}

/** The three levels of elements, outermost first. */
const LEVELS = ['biometric-signature-set', 'biometric-signature', 'presentation'] as const;

/** A signature as far as it has been read. */
interface Signature {
  readonly name: string | undefined;
  readonly files: (string | undefined)[];
}

/**
 * Reads a `biometric-signature-set`: in it `biometric-signature` elements whose `name` is the subject, each with
 * `presentation` elements whose `file-name` is a sample's id. `where` names the file. A document type is refused unread,
 * since it may declare entities, which no list needs. Throws with the line of what is not XML, and the entry of what is
 * not such a signature.
 */
export function readBiometricSignatures(text: string, where: string): SignatureSample[] {
  if (/<!DOCTYPE/i.test(text)) {
    throw new FalsematchError(
      `${where}: declares a document type, which a list of samples has no use for; remove the <!DOCTYPE> or fetch the list again.`,
    );
  }
  const signatures = readElements(text, where);
  if (signatures.length === 0) throw notASet(where);
  return signatures.flatMap(({ name, files }, index) => {
    if (!name || files.length === 0 || files.some((file) => !file)) {
      const found = JSON.stringify({ name, presentation: files }).slice(0, 80);
      throw new FalsematchError(
        `${where}, entry ${index + 1}: expected <biometric-signature name="SUBJECT"> with <presentation file-name="SAMPLE"/>, found ${found}; fetch the list again.`,
      );
    }
    return files.map((file) => ({ sample: file ?? '', subject: name, entry: index + 1 }));
  });
}

/** Reads element after element, none of which is kept but for what a list is made of. */
function readElements(text: string, where: string): Signature[] {
  const signatures: Signature[] = [];
  const parser = new SaxesParser({ position: true, xmlns: false });
  let depth = 0;
  parser.on('error', (error) => {
    const reason = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    throw new FalsematchError(
      `${where}, line ${parser.line}: this is not XML: ${reason.slice(0, 120)}; fetch the list again.`,
    );
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name !== LEVELS[depth]) throw notASet(where);
    depth += 1;
    if (depth === 2) signatures.push({ name: attributes.name, files: [] });
    if (depth === 3) signatures.at(-1)?.files.push(attributes['file-name']);
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.on('text', (between) => {
    if (between.trim() !== '') throw notASet(where);
  });
  parser.write(text).close();
  return signatures;
}

function notASet(where: string): FalsematchError {
  return new FalsematchError(
    `${where}: expected one <biometric-signature-set> with <biometric-signature> elements and nothing else; fetch the list again.`,
  );
}
