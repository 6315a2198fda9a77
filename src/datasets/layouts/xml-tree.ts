import { SaxesParser } from 'saxes';
import { FalsematchError } from '../../files/errors.js';

/** An XML element: its own text, without spaces around it, and the elements in it. */
export interface XmlElement {
  readonly name: string;
  /** Where it begins, from 1. */
  readonly line: number;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface Growing extends XmlElement {
  text: string;
  readonly children: Growing[];
}

/**
 * The outermost element of an XML file. A document type is refused unread, since it may declare entities, which no label
 * needs. Throws with the file, `where`, and the line of what is not XML.
 */
export function readXml(text: string, where: string): XmlElement {
  if (/<!DOCTYPE/i.test(text)) {
    throw new FalsematchError(`${where}: declares a document type, which labels have no use for; remove <!DOCTYPE>.`);
  }
  const parser = new SaxesParser({ position: true, xmlns: false });
  const top: Growing = { name: '', line: 1, text: '', children: [] };
  const open: Growing[] = [top];
  parser.on('error', (error) => {
    const reason = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    throw new FalsematchError(
      `${where}, line ${parser.line}: this is not XML: ${reason.slice(0, 120)}; correct the file.`,
    );
  });
  parser.on('opentag', ({ name }) => {
    const element: Growing = { name, line: parser.line, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const add = (more: string): void => {
    const element = open.at(-1);
    if (element) element.text += more;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) element.text = element.text.trim();
  });
  parser.write(text.replace(/^\uFEFF/, '')).close();
  const [root] = top.children;
  if (!root) throw new FalsematchError(`${where}: expected XML, found no element; correct the file.`);
  return root;
}

/** The text of the first element in this one of any of the names, in whatever case; undefined when it is empty. */
export function childText({ children }: XmlElement, names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = children.find((child) => child.name.toLowerCase() === name && child.text !== '');
    if (found) return found.text;
  }
  return undefined;
}
