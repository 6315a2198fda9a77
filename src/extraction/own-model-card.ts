import { basename } from 'node:path';
import { type FaceTemplateCard, faceTemplateCardSchema, type NetworkInput } from '../catalog/model-card.js';
import { MODEL_FAMILIES } from '../catalog/model-families.js';
import { FalsematchError, unknownName } from '../files/errors.js';
import type { GraphFacts } from '../runtimes/graph/graph-facts.js';
import type { OnnxValue } from '../runtimes/onnx-shapes.js';

/** What the owner of a file says of it; what is left out comes from the family, and from the file. */
export interface OwnModel {
  readonly name: string;
  readonly file: string;
  /** A family of MODEL_FAMILIES, or a card of a face model whose file is fed the same way. */
  readonly like?: string;
  readonly size?: readonly [number, number];
  readonly colour?: NetworkInput['colour'];
  readonly mean?: number;
  readonly divisor?: number;
  readonly layout?: NetworkInput['layout'];
  readonly crop?: string;
  readonly output?: string;
  readonly licence?: string;
  readonly use?: FaceTemplateCard['licence']['use'];
  readonly trainedOn?: string;
}

/** What a file shows of itself. */
export interface FileFacts extends GraphFacts {
  readonly sha256: string;
  readonly bytes: number;
  readonly inputs: readonly OnnxValue[];
  /** How many numbers its template has. */
  readonly dimensions: number;
}

/** How the pictures are made that a family, or a card, takes. Throws for a name that is neither. */
export function familyInput(
  like: string | undefined,
  cards: ReadonlyMap<string, { readonly kind: string }>,
): Pick<FaceTemplateCard, 'input' | 'crop' | 'output'> & { readonly source?: string } {
  if (like === undefined) return { input: { size: [112, 112], colour: 'RGB', mean: 127.5, divisor: 127.5 } };
  const family = MODEL_FAMILIES.get(like);
  if (family) return family;
  const card = cards.get(like) as FaceTemplateCard | undefined;
  if (card?.kind === 'face-template') return { input: card.input, crop: card.crop, output: card.output };
  const models = [...cards].filter(([, { kind }]) => kind === 'face-template').map(([name]) => name);
  throw unknownName('family or face model', like, [...MODEL_FAMILIES.keys(), ...models]);
}

/** The layout and the size of the input, as far as the file fixes them. Throws when they contradict what was said. */
export function inputOfFile(own: OwnModel, said: NetworkInput, inputs: readonly OnnxValue[]): NetworkInput {
  const [input, ...others] = inputs;
  if (!input || others.length > 0 || input.sides.length !== 4) {
    const found = inputs.map(({ name, sides }) => `${name} [${sides.join(', ')}]`).join(', ') || 'none';
    throw new FalsematchError(
      `${own.file} does not take one picture (expected one input of four sides, found ${found}); a face model that takes something else needs code of its own.`,
    );
  }
  const [, second, , last] = input.sides;
  const shown = isChannels(second) ? 'NCHW' : isChannels(last) ? 'NHWC' : undefined;
  if (own.layout && shown && own.layout !== shown) throw contradiction(own, input, `--layout ${own.layout}`);
  const layout = own.layout ?? shown ?? said.layout ?? 'NCHW';
  const [height, width] = layout === 'NHWC' ? input.sides.slice(1, 3) : input.sides.slice(2, 4);
  const asked = own.size ?? said.size;
  const size: [number, number] = [fixed(width) ?? asked[0], fixed(height) ?? asked[1]];
  if ((own.size || own.like) && (size[0] !== asked[0] || size[1] !== asked[1])) {
    throw contradiction(own, input, own.size ? `--size ${asked.join('x')}` : `--like ${own.like} (${asked.join('x')})`);
  }
  const { colour, mean, divisor } = {
    ...said,
    ...definedOf({ colour: own.colour, mean: own.mean, divisor: own.divisor }),
  };
  return { size, colour, mean, divisor, ...(layout === 'NHWC' ? { layout } : {}) };
}

const isChannels = (side: number | string | undefined): boolean => side === 3 || side === 1;
const fixed = (side: number | string | undefined): number | undefined =>
  typeof side === 'number' && side > 0 ? side : undefined;

function contradiction({ file }: OwnModel, { name, sides }: OnnxValue, option: string): FalsematchError {
  return new FalsematchError(
    `${file} takes ${name} [${sides.join(', ')}], and ${option} says something else; correct the option, or leave it out.`,
  );
}

/** The card of somebody's own file. Throws when what was said cannot stand in a card. */
export function ownModelCard(
  own: OwnModel,
  input: NetworkInput,
  facts: FileFacts,
  family: ReturnType<typeof familyInput>,
): FaceTemplateCard {
  const crop = own.crop ?? family.crop;
  const output = own.output ?? family.output;
  const { precision, rewrites } = facts;
  return faceTemplateCardSchema.parse({
    name: own.name,
    title: own.name,
    kind: 'face-template',
    file: {
      name: basename(own.file).replace(/^\.+/, ''),
      sha256: facts.sha256,
      bytes: facts.bytes,
      sources: ['local'],
    },
    ...(precision === 'float32' ? {} : { precision }),
    licence: { name: own.licence ?? 'not stated', use: own.use ?? 'unclear' },
    trainedOn: own.trainedOn ?? 'unknown',
    input,
    ...(crop ? { crop } : {}),
    ...(output ? { output } : {}),
    dimensions: facts.dimensions,
    rewrites,
    notes: own.like ? [`Fed as ${own.like}${family.source ? ` (${family.source})` : ''}.`] : [],
  });
}

function definedOf<T extends object>(parts: T): Partial<{ [K in keyof T]: NonNullable<T[K]> }> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Partial<{
    [K in keyof T]: NonNullable<T[K]>;
  }>;
}
