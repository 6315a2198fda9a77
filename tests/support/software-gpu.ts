import { existsSync } from 'node:fs';

/** Where Chromium's packages put the description of their Vulkan in software (SwiftShader). */
const PLACES = ['/usr/lib/chromium/vk_swiftshader_icd.json', '/usr/lib/chromium-browser/vk_swiftshader_icd.json'];

/** What makes WebGPU compute in software, where this machine can; undefined where it cannot. */
export function softwareGpu(): Record<string, string> | undefined {
  const found = PLACES.find((path) => existsSync(path));
  return found ? { VK_ICD_FILENAMES: found } : undefined;
}
