import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { FalsematchError, messageOf } from '../../files/errors.js';
import type { ListedSample } from './split.js';

/** A sample of a set of biometric signatures, with the signature that names it, counted from 1. */
export interface SignatureSample extends ListedSample {
  readonly entry: number;
}

const signatureSchema = z.object({
  name: z.string().min(1),
  presentation: z.array(z.object({ 'file-name': z.string().min(1) })).min(1),
});

const setSchema = z.strictObject({
  'biometric-signature-set': z.strictObject({ 'biometric-signature': z.array(z.unknown()).min(1) }),
});

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  ignoreDeclaration: true,
  isArray: (tag, _path, _leaf, isAttribute) =>
    !isAttribute && (tag === 'biometric-signature' || tag === 'presentation'),
});

/**
 * Reads a `biometric-signature-set`: in it `biometric-signature` elements whose `name` is the subject, each with
 * `presentation` elements whose `file-name` is a sample's id. `where` names the file. A document type is refused unread,
 * since it may declare entities, which no list needs. Throws with the line of what is not XML, and the entry of what is
 * not such a signature.
 */
export function readBiometricSignatures(text: string, where: string): SignatureSample[] {
  const parsed = setSchema.safeParse(parseXml(text, where));
  if (!parsed.success) {
    throw new FalsematchError(
      `${where}: expected one <biometric-signature-set> with <biometric-signature> elements and nothing else; fetch the list again.`,
    );
  }
  const signatures = parsed.data['biometric-signature-set']['biometric-signature'];
  return signatures.flatMap((signature, index) => {
    const { success, data } = signatureSchema.safeParse(signature);
    if (!success) {
      throw new FalsematchError(
        `${where}, entry ${index + 1}: expected <biometric-signature name="SUBJECT"> with <presentation file-name="SAMPLE"/>, found ${JSON.stringify(signature).slice(0, 80)}; fetch the list again.`,
      );
    }
    return data.presentation.map((shown) => ({
      sample: shown['file-name'],
      subject: data.name,
      entry: index + 1,
    }));
  });
}

function parseXml(text: string, where: string): unknown {
  if (/<!DOCTYPE/i.test(text)) {
    throw new FalsematchError(
      `${where}: declares a document type, which a list of samples has no use for; remove the <!DOCTYPE> or fetch the list again.`,
    );
  }
  // The parser itself takes much that is not XML.
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) {
    const { line, msg } = verdict.err;
    throw new FalsematchError(
      `${where}, line ${line}: this is not XML: ${msg.slice(0, 120).replace(/\.$/, '')}; fetch the list again.`,
    );
  }
  try {
    return parser.parse(text);
  } catch (cause) {
    throw new FalsematchError(`${where}: this XML is not safe to read: ${messageOf(cause)}; fetch the list again.`, {
      cause,
    });
  }
}
