import { cameraFacts } from '../deployment/camera.js';
import { cameraLines } from '../report/camera-lines.js';
import { print } from './print-table.js';
import { readQuantity, readSize } from './read-quantity.js';

export interface CameraFlags {
  readonly sensor: string;
  readonly hfov: string;
  readonly distance: string;
  readonly height?: string;
  readonly faceWidth?: string;
  readonly eyes?: string;
  readonly plateWidth?: string;
  readonly json?: boolean;
}

/** `falsematch deployment camera`: prints what a camera can show of a face or a plate by geometry alone. */
export function cameraCommand(flags: CameraFlags): void {
  const view = {
    sensor: readSize(flags.sensor, '--sensor'),
    hfov: readQuantity('angle', flags.hfov, { what: '--hfov', unit: 'deg' }),
    distance: lengthOf(flags.distance, '--distance'),
    ...given('height', flags.height, '--height'),
  };
  const facts = cameraFacts(view, {
    ...given('face', flags.faceWidth, '--face-width'),
    ...given('eyes', flags.eyes, '--eyes'),
    ...given('plate', flags.plateWidth, '--plate-width'),
  });
  print(cameraLines(facts), { asked: flags.json ?? false, value: facts });
}

const lengthOf = (text: string, what: string): number => readQuantity('length', text, { what, unit: 'm' });

function given<Key extends string>(key: Key, text: string | undefined, what: string): { [K in Key]?: number } {
  return text === undefined ? {} : ({ [key]: lengthOf(text, what) } as { [K in Key]: number });
}
