import { stringify } from 'csv-stringify/sync';
import { FalsematchError } from '../files/errors.js';
import { parseTable } from './comparison-table.js';

/** A template that several pictures make, whatever the system. */
export interface TemplatePictures {
  readonly template: string;
  readonly subject: string;
  readonly pictures: number;
}

/** A picture that gave a system no template of its own and so was left out of the template that it belongs to. */
export interface LeftOut {
  readonly template: string;
  readonly picture: string;
  readonly failure: string;
}

const TEMPLATES = ['template', 'subject', 'pictures'] as const;
const LEFT_OUT = ['template', 'picture', 'failure'] as const;

/** The templates of a task as CSV. */
export function formatTemplates(templates: readonly TemplatePictures[]): string {
  const rows = templates.map(({ template, subject, pictures }) => [template, subject, String(pictures)]);
  return stringify(rows, { header: true, columns: [...TEMPLATES], record_delimiter: '\n' });
}

/** Reads such a table back. Throws with the file's name and line for whatever is not one. */
export function parseTemplates(text: string, name: string): TemplatePictures[] {
  const seen = new Set<string>();
  const rows = parseTable<Record<(typeof TEMPLATES)[number], string>>(text, name, TEMPLATES);
  return rows.map(({ template, subject, pictures }, index) => {
    if (seen.has(template) || !/^[1-9]\d{0,8}$/.test(pictures)) {
      throw new FalsematchError(
        `${name}, line ${index + 2}: a template stands there once, with the number of its pictures; the file was edited or damaged.`,
      );
    }
    seen.add(template);
    return { template, subject, pictures: Number(pictures) };
  });
}

/** The pictures that were left out of their templates as CSV, and why. */
export function formatLeftOut(leftOut: readonly LeftOut[]): string {
  const rows = leftOut.map(({ template, picture, failure }) => [template, picture, failure]);
  return stringify(rows, { header: true, columns: [...LEFT_OUT], record_delimiter: '\n' });
}

/** How many pictures each template lost; those that lost none are not there. */
export function lostByTemplate(leftOut: readonly LeftOut[]): ReadonlyMap<string, number> {
  const lost = new Map<string, number>();
  for (const { template } of leftOut) lost.set(template, (lost.get(template) ?? 0) + 1);
  return lost;
}

/** Reads such a table back. Throws with the file's name and line for what these templates cannot have lost. */
export function parseLeftOut(text: string, name: string, templates: readonly TemplatePictures[]): LeftOut[] {
  const left = new Map(templates.map(({ template, pictures }) => [template, pictures]));
  const seen = new Set<string>();
  return parseTable<LeftOut>(text, name, LEFT_OUT).map(({ template, picture, failure }, index) => {
    const more = left.get(template) ?? 0;
    const key = `${template}\n${picture}`;
    if (more === 0 || failure === '' || seen.has(key)) {
      throw new FalsematchError(
        `${name}, line ${index + 2}: a picture is left out of a template of the task, once, and for a reason; the file was edited or damaged.`,
      );
    }
    left.set(template, more - 1);
    seen.add(key);
    return { template, picture, failure };
  });
}
