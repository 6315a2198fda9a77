import { basename } from 'node:path';
import {
  type OwnFigures,
  type OwnTemplates,
  templateFigures,
  templateSearchFigures,
} from '../benchmark/own-templates.js';
import { FalsematchError, unknownName } from '../files/errors.js';
import { decodeNpy } from '../files/npy.js';
import { readBytes, readText } from '../files/read-text.js';
import { stageFolder } from '../files/stage-folder.js';
import { templateLines } from '../report/template-lines.js';
import { scoreArrays } from '../results/score-arrays.js';
import { parseTemplateSubjects } from '../results/template-subjects.js';
import { writeFiles } from '../results/write-run.js';
import { abortOnInterrupt } from './interrupt.js';
import { print } from './print-table.js';
import { showProgress } from './progress.js';
import { readShare, readShares } from './read-numbers.js';

export interface TemplatesFlags {
  readonly subjects: string;
  readonly probes?: string;
  readonly probeSubjects?: string;
  readonly consolidate?: string;
  readonly at?: string;
  readonly level?: string;
  readonly seed?: number;
  readonly workers?: number;
  readonly out?: string;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

const DEFAULT_AT = [1e-2, 1e-3];
const CONSOLIDATE = ['best', 'mean'] as const;

/** `falsematch templates`: prints the figures of the user's own templates, and writes their scores where asked to. */
export async function templatesCommand(file: string, flags: TemplatesFlags): Promise<void> {
  const consolidate = readConsolidate(flags);
  const folder = flags.out === undefined ? undefined : await stageFolder(flags.out);
  const progress = showProgress(flags.quiet ?? false);
  const interrupt = abortOnInterrupt();
  try {
    const figures = await measure(file, flags, {
      at: (readShares(flags.at, '--at') ?? DEFAULT_AT).map((target) => target.toExponential()),
      name: basename(file),
      level: readShare(flags.level, '--level'),
      seed: flags.seed,
      workers: flags.workers,
      consolidate,
      signal: interrupt.signal,
      onProgress: (done, total) => progress.onEvent({ kind: 'comparing', system: basename(file), done, total }),
    });
    progress.end();
    if (folder) {
      await writeFiles(folder, scoreArrays(figures.tables, figures.rows));
      await folder.commit();
    }
    print(templateLines(figures), { asked: flags.json ?? false, value: figures.rows });
  } finally {
    progress.end();
    interrupt.stop();
    await folder?.discard();
  }
}

async function measure(
  file: string,
  { subjects, probes, probeSubjects }: TemplatesFlags,
  options: Parameters<typeof templateSearchFigures>[2],
): Promise<OwnFigures> {
  if ((probes === undefined) !== (probeSubjects === undefined)) {
    throw new FalsematchError('--probes and --probe-subjects belong together; give both, or neither for all pairs.');
  }
  if (probes === undefined || probeSubjects === undefined) {
    return templateFigures(await readTemplates(file, subjects, ''), options);
  }
  const gallery = await readTemplates(file, subjects, 'gallery ');
  return templateSearchFigures(gallery, await readTemplates(probes, probeSubjects, 'probe '), options);
}

async function readTemplates(file: string, subjects: string, prefix: string): Promise<OwnTemplates> {
  const { data, shape } = decodeNpy(await readBytes(file), file);
  const [rows, dimensions] = shape;
  if (shape.length !== 2 || rows === undefined || dimensions === undefined) {
    throw new FalsematchError(
      `${file} must hold one template a row, and has the shape (${shape.join(', ')}); reshape it to (templates, numbers).`,
    );
  }
  const own = parseTemplateSubjects(await readText(subjects), subjects, prefix);
  if (own.subjects.length !== rows) {
    throw new FalsematchError(
      `${subjects} names ${own.subjects.length} subjects, and ${file} holds ${rows} templates; give a line for each.`,
    );
  }
  return { templates: { data: Float32Array.from(data), dimensions }, ...own };
}

function readConsolidate({ consolidate, probes }: TemplatesFlags): (typeof CONSOLIDATE)[number] | undefined {
  if (consolidate === undefined) return undefined;
  if (probes === undefined) throw new FalsematchError('--consolidate is for searches; add --probes, or leave it out.');
  const known = CONSOLIDATE.find((name) => name === consolidate);
  if (!known) throw unknownName('way to consolidate', consolidate, CONSOLIDATE);
  return known;
}
