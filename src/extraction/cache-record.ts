import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { type AnyExtraction, type ExtractedFace, FAILURE_REASONS } from './extraction.js';
import { storedPlatesSchema } from './stored-plates.js';

/*
 * One record: payload length (uint32), key (32 bytes), payload, CRC-32 of key and payload (uint32), little-endian.
 * Payload: length of the JSON part (uint32), the JSON part, the templates as float32 one after another.
 */
const KEY_BYTES = 32;
const OVERHEAD = 4 + KEY_BYTES + 4;

/** The bytes of one cache record. `key` is 64 hexadecimal digits. */
export function encodeRecord(key: string, extraction: AnyExtraction): Buffer {
  const hasFaces = extraction.state === 'ok' && 'faces' in extraction;
  const templates = hasFaces ? extraction.faces.map((face) => face.template) : [];
  const meta = hasFaces
    ? {
        state: 'ok',
        faces: extraction.faces.map(({ box, score, points, quality, template }) => ({
          box,
          score,
          points,
          quality,
          dimensions: template.length,
        })),
      }
    : extraction;
  const json = Buffer.from(JSON.stringify(meta));
  const jsonLength = Buffer.alloc(4);
  jsonLength.writeUInt32LE(json.length);
  const floats = templates.map((t) => Buffer.from(t.buffer, t.byteOffset, t.byteLength));
  const body = Buffer.concat([Buffer.from(key, 'hex'), jsonLength, json, ...floats]);
  const record = Buffer.alloc(body.length + 8);
  record.writeUInt32LE(body.length - KEY_BYTES, 0);
  body.copy(record, 4);
  record.writeUInt32LE(crc32(body), 4 + body.length);
  return record;
}

/** The records of a segment, up to the first that is torn or damaged (a killed process leaves at most one). */
export function* decodeRecords(bytes: Buffer): Generator<{ readonly key: string; readonly extraction: AnyExtraction }> {
  let at = 0;
  while (at + OVERHEAD <= bytes.length) {
    const bodyEnd = at + 4 + KEY_BYTES + bytes.readUInt32LE(at);
    if (bodyEnd + 4 > bytes.length) return;
    const body = bytes.subarray(at + 4, bodyEnd);
    if (crc32(body) !== bytes.readUInt32LE(bodyEnd)) return;
    const extraction = decodePayload(body.subarray(KEY_BYTES));
    // A record of another kind is as good as none: its picture is extracted again.
    if (extraction) yield { key: body.toString('hex', 0, KEY_BYTES), extraction };
    at = bodyEnd + 4;
  }
}

const faceSchema = z.strictObject({
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  score: z.number(),
  points: z.array(z.tuple([z.number(), z.number()])).length(5),
  quality: z.strictObject({
    size: z.number().nonnegative(),
    sharpness: z.number().nonnegative(),
    brightness: z.number().min(0).max(1),
    norm: z.number().positive(),
  }),
  dimensions: z.int().positive(),
});

const storedSchema = z.union([
  z.strictObject({ state: z.literal('ok'), faces: z.array(faceSchema).min(1) }),
  storedPlatesSchema,
  z.strictObject({ state: z.literal('failed'), reason: z.enum(FAILURE_REASONS), detail: z.string() }),
]);

/** A template is of unit length but for rounding. */
const ROUNDING = 1e-3;

function decodePayload(payload: Buffer): AnyExtraction | undefined {
  if (payload.length < 4) return undefined;
  const jsonEnd = 4 + payload.readUInt32LE(0);
  const stored = storedSchema.safeParse(parseJson(payload.toString('utf8', 4, jsonEnd)));
  if (!stored.success) return undefined;
  // JSON has no undefined values, so what is optional is there or not.
  if (!('faces' in stored.data)) return jsonEnd === payload.length ? (stored.data as AnyExtraction) : undefined;
  let at = jsonEnd;
  const faces: ExtractedFace[] = [];
  for (const { dimensions, ...face } of stored.data.faces) {
    const template = new Float32Array(dimensions);
    payload.copy(Buffer.from(template.buffer), 0, at, at + dimensions * 4);
    at += dimensions * 4;
    if (!(Math.abs(Math.hypot(...template) - 1) < ROUNDING)) return undefined;
    faces.push({ ...face, template });
  }
  return at === payload.length ? { state: 'ok', faces } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
