import { extname } from 'node:path';
import { FalsematchError, unknownName } from '../files/errors.js';

export const REPORT_FORMATS = ['text', 'md', 'html', 'csv', 'junit', 'json'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

const OF_EXTENSION: Readonly<Record<string, ReportFormat>> = {
  '.txt': 'text',
  '.md': 'md',
  '.markdown': 'md',
  '.html': 'html',
  '.htm': 'html',
  '.csv': 'csv',
  '.xml': 'junit',
  '.json': 'json',
};

/** The format that was asked for, else that of the file's extension, else text. */
export function reportFormat(asked: string | undefined, out: string | undefined): ReportFormat {
  if (asked !== undefined) {
    const known = REPORT_FORMATS.find((format) => format === asked);
    if (known) return known;
    throw unknownName('report format', asked, REPORT_FORMATS);
  }
  if (out === undefined) return 'text';
  const guessed = OF_EXTENSION[extname(out).toLowerCase()];
  if (guessed) return guessed;
  throw new FalsematchError(
    `--out ${out} does not tell which format it is to have; end it in ${Object.keys(OF_EXTENSION).join(', ')}, or add --format.`,
  );
}
