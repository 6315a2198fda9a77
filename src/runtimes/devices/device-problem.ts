import '../../workers/no-telemetry.js';

import { listSupportedBackends } from 'onnxruntime-node';
import { FalsematchError } from '../../files/errors.js';
import type { Device } from './device.js';

const CUDA_FILES =
  '"node node_modules/onnxruntime-node/script/install --onnxruntime-node-install=cuda12" fetches the provider\'s files, and CUDA 12, cuDNN 9 and an NVIDIA driver must be installed';

/** How each device is had, where it is not there. */
const REMEDIES: Readonly<Record<Exclude<Device, 'cpu'>, string>> = {
  cuda: CUDA_FILES,
  webgpu:
    'it needs a graphics driver: Vulkan on Linux (VK_ICD_FILENAMES may name one, such as the SwiftShader that comes with Chromium), Direct3D 12 on Windows, Metal on macOS',
  coreml: 'it comes with macOS',
  dml: 'it comes with Windows',
};

/**
 * A FalsematchError that says that a device cannot be used here, and how to get it; `reason` is what the runtime said.
 * Nothing falls back to another device without being asked to.
 */
export function deviceProblem(device: Exclude<Device, 'cpu'>, model: string, reason: string): FalsematchError {
  const built = listSupportedBackends().map(({ name }) => name);
  const why = built.includes(device)
    ? reason
    : `onnxruntime-node for ${process.platform} ${process.arch} has ${built.join(', ')}`;
  return new FalsematchError(
    `${model} cannot run on ${device} (${why}): ${REMEDIES[device]}; or run it on the processor with --device cpu.`,
    { kind: 'unavailable' },
  );
}
