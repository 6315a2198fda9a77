import * as tf from '@tensorflow/tfjs-core';
import { z } from 'zod';
import { FalsematchError } from '../../files/errors.js';

/** The files of a TensorFlow.js model. */
export interface TfjsFiles {
  /** The name of the JSON file, for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly companions: ReadonlyMap<string, Uint8Array>;
}

const groupSchema = z.object({
  paths: z.array(z.string()).min(1),
  weights: z.array(z.looseObject({ name: z.string(), shape: z.array(z.int().nonnegative()), dtype: z.string() })),
});

/** Groups of weights, each in one or several files, as TensorFlow.js writes them. */
export const manifestSchema = z.array(groupSchema).min(1);
export type WeightsManifest = z.output<typeof manifestSchema>;

/** What a JSON file holds. Throws FalsematchError when it is none, or not of this shape. */
export function parseJson<T>({ name, bytes }: TfjsFiles, schema: z.ZodType<T>, what: string): T {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new FalsematchError(`${name} is not JSON, expected ${what}; correct "file" or "format" in the card.`, {
      cause,
    });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [problem] = parsed.error.issues;
  const where = problem?.path.join('.') || 'its top';
  throw new FalsematchError(
    `${name} is not ${what} (${where}: ${problem?.message}); correct "file" or "format" in the card.`,
  );
}

/** The bytes of all weights, in the order of the manifest. Throws FalsematchError when a file is missing or of another length. */
export function weightBytes({ name, companions }: TfjsFiles, manifest: WeightsManifest): ArrayBuffer {
  const parts = manifest.flatMap(({ paths }) => paths.map((path) => companions.get(path) ?? missing(name, path)));
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const expected = manifest.reduce((sum, { weights }) => sum + weights.reduce((so, spec) => so + bytesOf(spec), 0), 0);
  if (length !== expected) {
    throw new FalsematchError(
      `The weights of ${name} are ${length} bytes long, it describes ${expected}; correct "companions" in the card.`,
    );
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all.buffer;
}

function missing(name: string, path: string): never {
  throw new FalsematchError(`${name} needs the weights ${path}; name that file under "companions" in the card.`);
}

const BYTES: Readonly<Record<string, number>> = { float32: 4, int32: 4, float16: 2, uint16: 2, uint8: 1, bool: 1 };

function bytesOf(spec: WeightsManifest[number]['weights'][number]): number {
  const { quantization, dtype, shape } = spec as typeof spec & { quantization?: { dtype?: string } };
  return (BYTES[quantization?.dtype ?? dtype] ?? Number.NaN) * shape.reduce((product, side) => product * side, 1);
}

/** What a manifest says of its weights, in their order, as the library takes it. */
export function weightSpecs(manifest: WeightsManifest): tf.io.WeightsManifestEntry[] {
  // The manifest was checked as far as it is used here; the library's type lists the kinds of numbers.
  return manifest.flatMap(({ weights }) => weights) as unknown as tf.io.WeightsManifestEntry[];
}

/** The weights as tensors, by name, quantised ones as the numbers that they stand for. */
export function decodeWeights(bytes: ArrayBuffer, manifest: WeightsManifest): ReadonlyMap<string, tf.Tensor> {
  return new Map(Object.entries(tf.io.decodeWeights(bytes, weightSpecs(manifest))));
}
