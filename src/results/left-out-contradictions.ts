import { lostByTemplate, type TemplatePictures } from './left-out-table.js';
import type { TaskRecord } from './run-record.js';
import type { SystemTables, TaskTables } from './run-tables.js';

/** Where the pictures of a task's templates contradict its record and what became of the templates, a sentence each. */
export function leftOutContradictions({ fusion }: TaskRecord, { templates, systems }: TaskTables): string[] {
  if (!fusion) return templates ? ['there is a table of templates, and run.json names no fusion'] : [];
  if (!templates) return ['run.json names a fusion, and there is no table of templates'];
  const pictures = templates.reduce((sum, one) => sum + one.pictures, 0);
  const counts = `${templates.length} templates of ${pictures} pictures`;
  return [
    ...(fusion.templates === templates.length && fusion.samples === pictures
      ? []
      : [
          `run.json announces ${fusion.templates} templates of ${fusion.samples} pictures, and the table has ${counts}`,
        ]),
    ...[...systems].flatMap(([system, tables]) => ofSystem(system, tables, templates)),
  ];
}

function ofSystem(
  system: string,
  { leftOut, samples }: SystemTables,
  templates: readonly TemplatePictures[],
): string[] {
  if (!leftOut) return [`${system}: there is no table of the pictures that were left out of templates`];
  const lost = lostByTemplate(leftOut);
  const isEmpty = ({ template, pictures }: TemplatePictures) => lost.get(template) === pictures;
  const empty = new Set(templates.filter(isEmpty).map(({ template }) => template));
  // A template of pictures that cancel each other out fails too, so the other way round nothing follows.
  const alive = samples.filter(({ sample, failure }) => failure === '' && empty.has(sample)).length;
  return alive === 0 ? [] : [`${system}: ${alive} templates are said to be there, and all of their pictures failed`];
}
