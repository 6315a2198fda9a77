import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { nameSchema } from '../catalog/card-parts.js';
import { homePlaces } from '../catalog/home.js';
import { keepBytes } from '../catalog/keep-file.js';
import type { Catalog } from '../catalog/load-cards.js';
import type { FaceTemplateCard, NetworkInput } from '../catalog/model-card.js';
import { writeFileAtomic } from '../files/atomic-write.js';
import { sha256Of } from '../files/digest.js';
import { FalsematchError, messageOf, unknownName } from '../files/errors.js';
import { tensorLength, tensorShape } from '../images/tensor.js';
import { graphFacts } from '../runtimes/graph/graph-facts.js';
import { openOnnx } from '../runtimes/onnx-runtime.js';
import { onnxShapes } from '../runtimes/onnx-shapes.js';
import { checkNetwork, type MeasuredTemplates } from './check-network.js';
import { familyInput, inputOfFile, type OwnModel, ownModelCard } from './own-model-card.js';
import type { ReferenceFace } from './reference-faces.js';
import { using } from './using.js';

/** A model that was added. */
export interface AddedModel {
  readonly card: FaceTemplateCard;
  /** Where its card and its file are kept now. */
  readonly cardPath: string;
  readonly filePath: string;
  readonly templates: MeasuredTemplates;
}

/**
 * Makes a face model of somebody's own ONNX file: reads from it what it shows of itself, takes how it is fed from its family, runs
 * it on reference pictures, then copies it into the cache and writes its card below the home folder. Nothing is written
 * when the file does not open, does not fit what was said, or gives everybody the same template.
 */
export async function addModel(
  own: OwnModel,
  catalog: Catalog,
  home: string,
  faces: readonly ReferenceFace[] = [],
): Promise<AddedModel> {
  checkName(own.name, catalog);
  const bytes = await readFile(own.file).catch((thrown: unknown) => {
    throw new FalsematchError(`Cannot read ${own.file} (${messageOf(thrown)}); name an ONNX file.`, { cause: thrown });
  });
  const family = familyInput(own.like, catalog.models);
  const { inputs } = await onnxShapes(bytes, own.file);
  const input = inputOfFile(own, family.input, inputs);
  const dimensions = await templateLength(bytes, own, input, own.output ?? family.output);
  const facts = { ...graphFacts(bytes), sha256: sha256Of(bytes), bytes: bytes.length, inputs, dimensions };
  const card = ownModelCard(own, input, facts, family);
  const check = await checkNetwork({ card, path: resolve(own.file), companions: [] }, faces);
  if (check.state !== 'ok' || !check.templates) {
    const why = check.state === 'ok' ? 'it was not measured' : check.detail;
    throw new FalsematchError(
      `${own.file} is not added: ${why}; if the file is right, say how it is fed with --like, --colour, --mean and --divisor.`,
    );
  }
  const filePath = await keepBytes(card.file, bytes, home);
  const cardPath = join(homePlaces(home).modelCards, `${own.name}.yaml`);
  await writeFileAtomic(cardPath, stringify(withoutDefaults(card)));
  return { card, cardPath, filePath, templates: check.templates };
}

function checkName(name: string, { models }: Catalog): void {
  if (!nameSchema.safeParse(name).success) {
    throw new FalsematchError(`"${name}" cannot be the name of a model: use small letters, digits, ".", "_" and "-".`);
  }
  if (models.has(name)) {
    throw new FalsematchError(`There is a model named "${name}" already; choose another name with --name.`);
  }
}

/** How many numbers the network gives for a black picture. */
async function templateLength(
  bytes: Uint8Array,
  own: OwnModel,
  input: NetworkInput,
  output: string | undefined,
): Promise<number> {
  const network = await openOnnx(bytes, { name: own.file });
  return using(network, async () => {
    const black = { data: new Float32Array(tensorLength(input)), dims: tensorShape(input) };
    const outputs = await network.run({ [network.inputNames[0] ?? '']: black });
    const { outputNames } = network;
    if (output === undefined && outputNames.length > 1) {
      throw new FalsematchError(
        `${own.file} gives ${outputNames.length} outputs (${outputNames.join(', ')}); say which is the template with --output.`,
      );
    }
    const name = output ?? outputNames[0] ?? '';
    const found = outputs[name];
    if (!found) throw unknownName(`output of ${own.file}`, name, outputNames);
    return found.data.length;
  });
}

/** A card as one would write it: what the schema fills in is left out. */
function withoutDefaults({ companions: _, published: __, rewrites, notes, ...card }: FaceTemplateCard): object {
  return { ...card, ...(rewrites.length > 0 ? { rewrites } : {}), ...(notes.length > 0 ? { notes } : {}) };
}
