import { FalsematchError, unknownName } from '../../files/errors.js';
import { DEVICES, type Device, isDevice } from './device.js';

/** What networks run on: all of them on one device, but for those of some models. */
export interface DeviceChoice {
  readonly usual: Device;
  readonly byModel: ReadonlyMap<string, Device>;
}

/** Everything on the processor. */
export const ON_PROCESSOR: DeviceChoice = { usual: 'cpu', byModel: new Map() };

/**
 * The choice that words such as `webgpu` and `scrfd-500m=cpu` make: at most one for all models, and one for each model that
 * differs. Throws FalsematchError for a device that nobody knows, or two answers to one question.
 */
export function parseDevices(words: readonly string[]): DeviceChoice {
  let usual: Device | undefined;
  const byModel = new Map<string, Device>();
  for (const word of words) {
    const [, model, name = ''] = /^(?:([^=]*)=)?(.*)$/s.exec(word) ?? [];
    if (!isDevice(name)) throw unknownName('device', name, DEVICES);
    if (model === '') throw new FalsematchError(`--device takes MODEL=DEVICE, such as scrfd-500m=cpu, not "${word}".`);
    const before = model === undefined ? usual : byModel.get(model);
    if (before !== undefined) {
      throw new FalsematchError(
        `--device says ${before} and ${name} for ${model ?? 'all models'}; say one of them, or name the models that differ, such as scrfd-500m=cpu.`,
      );
    }
    if (model === undefined) usual = name;
    else byModel.set(model, name);
  }
  return { usual: usual ?? 'cpu', byModel };
}

/** What a model runs on. */
export function deviceOf(choice: DeviceChoice, model: string): Device {
  return choice.byModel.get(model) ?? choice.usual;
}
