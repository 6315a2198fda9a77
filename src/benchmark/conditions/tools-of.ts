import { ffmpegVersion } from '../../images/conditions/ffmpeg.js';
import { needsOf } from '../../images/conditions/step-schema.js';
import type { PlannedTask } from './expand-conditions.js';

/** The programs outside that take part in a task's condition, with their versions. Throws `unavailable` without one. */
export async function toolsOf({ condition }: PlannedTask): Promise<Record<string, string>> {
  return condition && needsOf(condition.steps).has('ffmpeg') ? { ffmpeg: await ffmpegVersion() } : {};
}
