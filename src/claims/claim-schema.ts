import { z } from 'zod';
import { nameSchema } from '../catalog/card-parts.js';
import { quantity } from '../images/conditions/quantity.js';
import { countsSchema } from './counts-schema.js';
import { pointSchema } from './point-schema.js';
import { sourceSchema } from './source-schema.js';
import { testSchema } from './test-schema.js';

/** What a claim is about. */
export const SUBJECTS = [
  'face-verification',
  'face-identification',
  'plate-detection',
  'plate-reading',
  'behaviour-analysis',
  'image-quality',
  'video',
  'investigation',
  'retention',
  'scale',
  'transparency',
] as const;

/** The most words that are quoted where the wording matters. */
const MOST_WORDS = 12;

const share = () => quantity('share', { min: 0, max: 1 });

/** Why nobody outside can test a claim. */
const untestableSchema = z.strictObject({
  because: z.string().min(1),
  /** What would have to be made public so that it could be tested. */
  disclose: z.array(z.string().min(1)).min(1),
  /** An accuracy without an operating point: what it would mean where so many passages are of listed people. */
  accuracy: z.strictObject({ value: share(), listed: share() }).optional(),
});

/** Alarms that a claim on scale implies: `deployment` of the command line, with rates given or of a run. */
const deploymentSchema = z.strictObject({
  cameras: z.number().positive(),
  /** Faces, or plates, that one camera sees a day. */
  faces: z.number().positive(),
  /** The share of passages that are of listed people. */
  listed: share(),
  /** What of these numbers nobody has published, and why they are taken. */
  assumed: z.string().min(1),
  rates: z.union([
    z.strictObject({ fpir: share(), tpir: share() }),
    z.strictObject({ task: z.string().min(1), model: z.string().min(1), at: pointSchema }),
  ]),
});

export const claimSchema = z
  .strictObject({
    id: nameSchema,
    about: z.enum(SUBJECTS),
    /** What is claimed, in the words of whoever writes the file. */
    statement: z.string().min(1),
    quote: z
      .string()
      .min(1)
      .refine((text) => text.trim().split(/\s+/).length <= MOST_WORDS, `quote at most ${MOST_WORDS} words`)
      .optional(),
    /** Who says so, and where; absent: the source of the file. */
    source: sourceSchema.optional(),
    /** How the statement is taken, where it names no figure or can be read in several ways. */
    reading: z.string().min(1).optional(),
    test: testSchema.optional(),
    counts: countsSchema.optional(),
    untestable: untestableSchema.optional(),
    deployment: deploymentSchema.optional(),
    note: z.string().min(1).optional(),
  })
  .superRefine(({ test, counts, untestable }, context) => {
    const given = [test, counts, untestable].filter((way) => way !== undefined).length;
    if (given === 1) return;
    const found = given === 0 ? 'none of them' : 'more than one';
    context.addIssue({
      code: 'custom',
      message: `give one of "test", "counts" and "untestable"; this claim has ${found}`,
    });
  });

export const claimFileSchema = z
  .strictObject({
    title: z.string().min(1),
    description: z.string().min(1).optional(),
    /** Who made the claims; "own": limits that whoever writes the file sets. */
    source: sourceSchema.optional(),
    /** The suite that measures what the tests need. */
    suite: nameSchema.optional(),
    /** Of every test that names no other. */
    confidence: z.number().gt(0.5).lt(1).default(0.95),
    claims: z.array(claimSchema).min(1),
  })
  .superRefine(({ source, claims }, context) => {
    const ids = new Set<string>();
    for (const [at, claim] of claims.entries()) {
      if (source === undefined && claim.source === undefined) {
        context.addIssue({
          code: 'custom',
          path: ['claims', at, 'id'],
          message: 'a claim needs a source: give one here, or one for the whole file',
          input: claim.id,
        });
      }
      if (ids.has(claim.id)) {
        context.addIssue({
          code: 'custom',
          path: ['claims', at, 'id'],
          message: 'two claims have the same id; give each its own',
          input: claim.id,
        });
      }
      ids.add(claim.id);
    }
  });

export type ClaimFile = z.output<typeof claimFileSchema>;
export type Claim = ClaimFile['claims'][number];
export type ClaimDeployment = NonNullable<Claim['deployment']>;
export type Untestable = NonNullable<Claim['untestable']>;
