import { hashContent } from '../catalog/content.js';
import { FalsematchError } from '../files/errors.js';
import { stageFolder } from '../files/stage-folder.js';
import { PLATE_CONDITIONS } from '../plates/synthetic/conditions/conditions.js';
import { PLATE_FORMATS } from '../plates/synthetic/formats/formats.js';
import { GENERATOR_VERSION, writePlates } from '../plates/synthetic/write-plates.js';
import { drawnLines } from '../report/plates/drawn-lines.js';
import { abortOnInterrupt } from './interrupt.js';
import { print } from './print-table.js';
import { showProgress } from './progress.js';

export interface DrawFlags {
  readonly out: string;
  readonly count?: number;
  readonly seed: number;
  readonly formats?: readonly string[];
  readonly conditions?: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

/** `falsematch plates draw`: draws made-up plates into a new folder, which appears whole or not at all. */
export async function drawCommand(drawFlags: DrawFlags): Promise<void> {
  const { out, seed, width, height, quiet = false, json = false, ...flags } = drawFlags;
  const formats = [...(flags.formats ?? PLATE_FORMATS.map(({ name }) => name))];
  const conditions = [...(flags.conditions ?? PLATE_CONDITIONS.map(({ name }) => name))];
  const count = flags.count ?? formats.length * conditions.length;
  if (count === 0) throw new FalsematchError('--count must be at least 1, found 0.');
  const settings = { count, seed, formats, conditions, width, height };
  const stage = await stageFolder(out);
  const progress = showProgress(quiet);
  const interrupt = abortOnInterrupt();
  try {
    const card = { generator: 'synthetic-plates', version: GENERATOR_VERSION, ...settings } as const;
    const plates = await writePlates(stage, card, {
      signal: interrupt.signal,
      onPicture: (received, total) =>
        progress.onEvent({ kind: 'progress', file: 'plates', received, total, unit: 'pictures' }),
    });
    const { digest } = await hashContent(stage.path);
    await stage.commit();
    const drawn = { folder: out, digest, ...settings, plates };
    print(drawnLines(drawn), { asked: json, value: { folder: out, digest, ...settings } });
  } catch (thrown) {
    if (!interrupt.signal.aborted) throw thrown;
    throw new FalsematchError('Interrupted; nothing was written.', { kind: 'interrupted', cause: thrown });
  } finally {
    progress.end();
    interrupt.stop();
    await stage.discard();
  }
}
