import { posix } from 'node:path';
import { bytewise } from '../../files/bytewise.js';
import { FalsematchError } from '../../files/errors.js';
import { readText } from '../../files/read-text.js';
import type { Point } from '../../images/box.js';
import type { MarkedFace } from '../../images/marked-face.js';
import type { Sample } from '../sample.js';
import { readIjbTemplates } from '../search-lists/ijb.js';
import {
  absolutePath,
  filesBelowRoot,
  type LayoutInput,
  type LayoutReader,
  pictureOf,
  type RootFile,
} from './layout.js';

const CROPS = 'loose_crop/';
const FIELDS = 12;

/**
 * IJB-B and IJB-C as InsightFace has them: `loose_crop/1.jpg`, `meta/ijbc_name_5pts_score.txt` with a line `1.jpg x1 y1 ...
 * x5 y5 score` for each, and `meta/ijbc_face_tid_mid.txt` with a line `1.jpg TEMPLATE MEDIUM`. Samples carry the marked
 * face, the attributes `template` and `medium`, and, where the lists of searches are there too, the subject of their
 * template. A picture that is listed and not there stays in, without a path.
 */
export const readIjb: LayoutReader = async (input) => {
  const files = filesBelowRoot(input);
  const crops = new Map(
    files.filter(({ id }) => id.startsWith(CROPS)).map((file) => [file.id.slice(CROPS.length), file]),
  );
  const [faces, templates] = [
    await metaFile(input, files, /^ijb[bc]_name_5pts_score\.txt$/),
    await metaFile(input, files, /^ijb[bc]_face_tid_mid\.txt$/),
  ];
  const marks = new Map(faces.lines.map((line, index) => readFace(line, `${faces.name}, line ${index + 1}`)));
  const subjects = await subjectsOf(input, files);
  const samples = templates.lines.map((line, index): Sample => {
    const where = `${templates.name}, line ${index + 1}`;
    const [, id, template, medium] = /^(\S+)\s+(\d+)\s+(\d+)\s*$/.exec(line) ?? [];
    if (id === undefined || template === undefined || medium === undefined) {
      throw problem(where, 'a picture, its template and its medium as "1.jpg 1 69544"', line);
    }
    const face = marks.get(id);
    if (!face) throw new FalsematchError(`${where}: ${faces.name} has no points of ${id}; import the dataset again.`);
    const subject = subjects.get(template);
    return {
      id,
      ...pictureOf(input, crops.get(id)),
      ...(subject === undefined ? {} : { subject }),
      face,
      attributes: { template, medium },
    };
  });
  return samples.sort((p, q) => bytewise(p.id, q.id));
};

async function metaFile(
  input: LayoutInput,
  files: readonly RootFile[],
  name: RegExp,
): Promise<{ name: string; lines: string[] }> {
  const file = files.find(({ id }) => name.test(posix.basename(id)));
  if (!file) {
    throw new FalsematchError(
      `The dataset ${input.name} holds no file meta/${name.source.slice(1, -1)}; import it again.`,
    );
  }
  const lines = (await readText(absolutePath(input, file))).split(/\r?\n/);
  while (lines.at(-1)?.trim() === '') lines.pop();
  return { name: `${input.name}/${file.path}`, lines };
}

function readFace(line: string, where: string): [string, MarkedFace] {
  const [id = '', ...rest] = line.trim().split(/\s+/);
  const numbers = rest.map(Number);
  const score = numbers.at(-1) ?? Number.NaN;
  if (rest.length !== FIELDS - 1 || !numbers.every(Number.isFinite)) {
    throw problem(where, 'a picture, five points and a score as "1.jpg 46.060 62.026 ... 98.648 0.999"', line);
  }
  const points = Array.from({ length: 5 }, (_, k): Point => [numbers[2 * k] ?? 0, numbers[2 * k + 1] ?? 0]);
  return [id, { points, score }];
}

/** The subject of every template that the lists of searches name; empty where there are no such lists. */
async function subjectsOf(input: LayoutInput, files: readonly RootFile[]): Promise<Map<string, string>> {
  const subjects = new Map<string, string>();
  for (const file of files.filter(({ id }) => /^ijb[bc]_1N_.*\.csv$/.test(posix.basename(id)))) {
    const where = `${input.name}/${file.path}`;
    for (const { sample, subject } of readIjbTemplates(await readText(absolutePath(input, file)), where)) {
      const before = subjects.get(sample) ?? subject;
      if (before !== subject) {
        throw new FalsematchError(
          `${where}: template ${sample} is of subject ${subject}, and of ${before} in another list; import the dataset again.`,
        );
      }
      subjects.set(sample, subject);
    }
  }
  return subjects;
}

function problem(where: string, expected: string, found: string): FalsematchError {
  return new FalsematchError(
    `${where}: expected ${expected}, found ${JSON.stringify(found.slice(0, 80))}; import the dataset again.`,
  );
}
