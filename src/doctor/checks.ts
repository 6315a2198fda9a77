import { cacheFolder } from './cache-folder.js';
import type { Check } from './check.js';
import { diskSpace } from './disk-space.js';
import { memory } from './memory.js';
import { mirrorFolder } from './mirror-folder.js';
import { nodeVersion } from './node-version.js';
import { npmProgram } from './npm-program.js';
import { onnxRuntime } from './onnx-runtime.js';
import { pictureLibrary } from './picture-library.js';
import { processor } from './processor.js';
import { videoProgram } from './video-program.js';

/** Everything that is checked, in the order in which it is told: a new check is a file beside this one and a line here. */
export const CHECKS: readonly Check[] = [
  nodeVersion,
  processor,
  memory,
  diskSpace,
  onnxRuntime,
  pictureLibrary,
  videoProgram,
  npmProgram,
  cacheFolder,
  mirrorFolder,
];
