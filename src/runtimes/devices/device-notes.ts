import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { decidingParts } from '../../catalog/deciding-parts.js';
import { homePlaces } from '../../catalog/home.js';
import type { ModelCard } from '../../catalog/model-card.js';
import { writeFileAtomic } from '../../files/atomic-write.js';
import { canonicalJson } from '../../files/canonical-json.js';
import { sha256Of } from '../../files/digest.js';
import { codeOf } from '../../files/write-problem.js';
import { rewriteVersions } from '../graph/rewrites.js';
import { runtimeVersions } from '../runtime-version.js';
import type { Device } from './device.js';
import { deviceIdentity } from './device-identity.js';

/** How near a device's results came to the processor's. */
export const parityResultSchema = z.strictObject({
  state: z.enum(['passed', 'failed']),
  /** Reference pictures, and faces or plates in them that were compared. */
  pictures: z.int().nonnegative(),
  compared: z.int().nonnegative(),
  /** Of templates: the lowest cosine of a template and the processor's. */
  lowestCosine: z.number().optional(),
  /** Of detectors and points: how far a place moved at most, in pixels of the picture. */
  largestMove: z.number().nonnegative().optional(),
  /** How far a comparison score, a detector's score or a reader's confidence moved at most. */
  largestShift: z.number().nonnegative(),
  /** Decisions that came out otherwise, of how many, and which. */
  decisions: z.strictObject({ changed: z.int().nonnegative(), of: z.int().nonnegative(), what: z.string() }),
});
export type ParityResult = z.output<typeof parityResultSchema>;

const noteSchema = z.strictObject({
  schema: z.literal('falsematch-device/1'),
  model: z.string(),
  device: z.string(),
  runsOn: z.array(z.string()).min(1),
  batch: z.int().positive(),
  parity: parityResultSchema.optional(),
});

/** What was found out about a model on a device of this machine. */
export type DeviceNote = z.output<typeof noteSchema>;

/** A file for everything that decides what a model gives on a device, so that a note never speaks of another file, device or version. */
function notePath(home: string, card: ModelCard, device: Device): string {
  const key = sha256Of(
    canonicalJson({
      model: decidingParts(card),
      rewrites: 'rewrites' in card ? rewriteVersions(card.rewrites) : [],
      device,
      identity: deviceIdentity(),
      libraries: runtimeVersions(),
      processor: `${process.arch} ${cpus()[0]?.model ?? 'unknown'}`,
    }),
  );
  return join(homePlaces(home).devices, `${key}.json`);
}

/** The note of a model on a device; undefined where there is none that can be read: it is found out again then. */
export async function readDeviceNote(home: string, card: ModelCard, device: Device): Promise<DeviceNote | undefined> {
  try {
    return noteSchema.safeParse(JSON.parse(await readFile(notePath(home, card, device), 'utf8'))).data;
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT' || thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

/** Keeps a note for the runs after this one. */
export async function writeDeviceNote(home: string, card: ModelCard, note: Omit<DeviceNote, 'schema' | 'model'>) {
  const whole: DeviceNote = { schema: 'falsematch-device/1', model: card.name, ...note };
  await writeFileAtomic(notePath(home, card, note.device as Device), canonicalJson(whole));
}
