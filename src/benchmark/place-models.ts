import type { ModelCard, NetworkInput } from '../catalog/model-card.js';
import { isPlateSystem, type LoadedModel, type System } from '../extraction/extraction.js';
import { FalsematchError, unknownName } from '../files/errors.js';
import { tensorShape } from '../images/tensor.js';
import { type DeviceChoice, deviceOf } from '../runtimes/devices/device-choice.js';
import type { DeviceHost } from '../runtimes/devices/device-host.js';
import { readDeviceNote, writeDeviceNote } from '../runtimes/devices/device-notes.js';

/** Where networks are to run, and the thread that runs those on a device. */
export interface Placing {
  readonly choice: DeviceChoice;
  readonly host: DeviceHost;
  /** Where notes on devices are kept. */
  readonly home: string;
}

/**
 * A model where the choice wants it: opened on its device, with the batch that was found for it, on the first use or before.
 * Throws FalsematchError when it cannot run there; nothing falls back to another device.
 */
export async function placeModel<Card extends ModelCard>(
  model: LoadedModel<Card>,
  { choice, host, home }: Placing,
): Promise<LoadedModel<Card>> {
  const { card, path } = model;
  const device = deviceOf(choice, card.name);
  if (device === 'cpu') return model;
  if ((card.format ?? 'onnx') !== 'onnx') {
    throw new FalsematchError(
      `${card.name} is a TensorFlow.js model, which runs on the processor only, not on ${device}; add ${card.name}=cpu to --device.`,
    );
  }
  const note = await readDeviceNote(home, card, device);
  const shape = tensorShape(card.input as NetworkInput);
  const { runsOn, batch } = await host.open({ card, path, device, shape, ...(note ? { batch: note.batch } : {}) });
  if (!note) await writeDeviceNote(home, card, { device, runsOn: [...runsOn], batch });
  return { ...model, placement: { device, runsOn, batch }, parity: note?.parity?.state ?? 'not-checked' };
}

/** All systems with their models where the choice wants them. Throws too for a choice about a model that no system has. */
export async function placeSystems(systems: readonly System[], placing: Placing): Promise<System[]> {
  const placed: System[] = [];
  for (const system of systems) placed.push(await placeSystem(system, placing));
  return placed;
}

async function placeSystem(system: System, placing: Placing): Promise<System> {
  if (isPlateSystem(system)) {
    return {
      ...system,
      detector: await placeModel(system.detector, placing),
      reader: await placeModel(system.reader, placing),
    };
  }
  const model = await placeModel(system.model, placing);
  if (system.policy === 'given') return { ...system, model };
  const { detector, landmarks } = system;
  return {
    ...system,
    detector: await placeModel(detector, placing),
    ...(landmarks ? { landmarks: await placeModel(landmarks, placing) } : {}),
    model,
  };
}

/** Throws for a choice that names a model that is not among `models`. */
export function checkChoice({ byModel }: DeviceChoice, models: readonly string[]): void {
  for (const name of byModel.keys()) {
    if (!models.includes(name)) throw unknownName('model of this suite (--device)', name, models);
  }
}
