import { ffmpegVersion, requireFfmpeg } from '../../images/conditions/ffmpeg.js';
import { needsOf } from '../../images/conditions/step-schema.js';
import type { TaskCondition } from './expand-conditions.js';

/** The programs outside that take part in a condition, with their versions. Throws `unavailable` without one, or without its encoder. */
export async function toolsOf({
  condition,
}: {
  readonly condition?: Pick<TaskCondition, 'steps'>;
}): Promise<Record<string, string>> {
  if (!condition || !needsOf(condition.steps).has('ffmpeg')) return {};
  for (const { step } of condition.steps) {
    if (step === 'h264') await requireFfmpeg('libx264');
    if (step === 'h265') await requireFfmpeg('libx265');
  }
  return { ffmpeg: await ffmpegVersion() };
}
