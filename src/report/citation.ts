import { oneLine } from './format.js';
import type { Reported } from './section.js';

type Cited = Pick<Reported, 'record' | 'digest'>;

/** A run as a line of text: what, by which tool, on which data, under which name it can be checked. */
export function citation({ record, digest }: Cited): string {
  const { suite, tool, systems, datasets } = record;
  const names = systems.map(({ name }) => name).join(', ');
  const data = datasets.map(({ name, digest: content }) => `${name} (content ${content.slice(0, 12)})`).join(', ');
  return oneLine(
    `${suite.title}. Measured by ${tool.name} ${tool.version}, suite "${suite.name}", seed ${record.seed}; systems ${names}; datasets ${data}; run SHA-256 ${digest}.`,
  );
}

/** The same for a bibliography. It has no date: a run's name is its digest, and its bytes do not depend on a day. */
export function bibtex({ record, digest }: Cited): string {
  const { suite, tool, systems, datasets } = record;
  const names = systems.map(({ name }) => name).join(', ');
  const data = datasets.map(({ name }) => name).join(', ');
  return [
    `@misc{falsematch-${digest.slice(0, 12)},`,
    `  title = {${bibtexText(suite.title)}},`,
    `  howpublished = {Measured by ${tool.name} ${tool.version}, suite ${bibtexText(suite.name)}, seed ${record.seed}},`,
    `  note = {Systems: ${bibtexText(names)}. Datasets: ${bibtexText(data)}. Run SHA-256: ${digest}}`,
    '}',
  ].join('\n');
}

/** Signs that TeX would obey; a brace or a backslash has no place in a name. */
const bibtexText = (text: string) =>
  oneLine(text)
    .replace(/[{}\\]/g, '')
    .replace(/[&%$#_^~]/g, (sign) => (/[\^~]/.test(sign) ? `\\${sign}{}` : `\\${sign}`));
