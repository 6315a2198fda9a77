import type { LeftOut, TemplatePictures } from './left-out-table.js';
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
  const empty = emptyTemplates(templates, leftOut);
  // A template of pictures that cancel each other out fails too, so the other way round nothing follows.
  const alive = samples.filter(({ sample, failure }) => failure === '' && empty.has(sample)).length;
  return alive === 0 ? [] : [`${system}: ${alive} templates are said to be there, and all of their pictures failed`];
}

/** The templates of which no picture is left. */
function emptyTemplates(templates: readonly TemplatePictures[], leftOut: readonly LeftOut[]): Set<string> {
  const left = new Map(templates.map(({ template, pictures }) => [template, pictures]));
  for (const { template } of leftOut) left.set(template, (left.get(template) ?? 0) - 1);
  return new Set([...left].filter(([, pictures]) => pictures === 0).map(([template]) => template));
}
