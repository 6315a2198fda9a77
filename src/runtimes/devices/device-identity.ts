import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Variables that decide which device, or which driver, a provider takes. */
const VARIABLES = ['VK_ICD_FILENAMES', 'VK_DRIVER_FILES', 'VK_LOADER_DRIVERS_SELECT', 'CUDA_VISIBLE_DEVICES'];

/** What is known of the graphics processors of this machine: the runtime does not say which one it takes. */
export interface DeviceIdentity {
  /** The names of NVIDIA's, in order, where their driver tells. */
  readonly nvidia: readonly string[];
  readonly driver?: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** Everything at hand that tells one device from another, so that what was found out of one is not taken for another's. */
export function deviceIdentity(): DeviceIdentity {
  const variables = Object.fromEntries(
    VARIABLES.flatMap((name) => (process.env[name] ? [[name, process.env[name] ?? '']] : [])),
  );
  const driver = firstLine('/proc/driver/nvidia/version');
  return { nvidia: nvidiaNames(), ...(driver ? { driver } : {}), variables };
}

function nvidiaNames(): string[] {
  const folder = '/proc/driver/nvidia/gpus';
  try {
    return readdirSync(folder)
      .sort()
      .map(
        (gpu) => /^Model:\s*(.+)$/m.exec(readFileSync(join(folder, gpu, 'information'), 'utf8'))?.[1]?.trim() ?? gpu,
      );
  } catch {
    // There is no such driver.
    return [];
  }
}

function firstLine(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').split('\n')[0]?.trim();
  } catch {
    return undefined;
  }
}
