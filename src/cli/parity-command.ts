import { checkParity, type ParityCheck } from '../benchmark/parity/check-parity.js';
import { loadCatalog } from '../catalog/load-cards.js';
import { FalsematchError, unknownName } from '../files/errors.js';
import { wrap } from '../report/wrap.js';
import { DEVICES, isDevice } from '../runtimes/devices/device.js';
import { obtainContext, type PlaceOptions } from './options.js';
import { print } from './print-table.js';

interface ParityFlags extends PlaceOptions {
  readonly device: string;
  readonly pictures?: number;
}

/** `falsematch models check --device`: exit 1 when what a model gives on the device is not what it gives on the processor. */
export async function parityCommand(names: readonly string[], flags: ParityFlags): Promise<void> {
  const { device, pictures } = flags;
  if (!isDevice(device)) throw unknownName('device', device, DEVICES);
  if (device === 'cpu') {
    throw new FalsematchError('--device cpu has nothing to be held against; name another device, or leave it out.');
  }
  if (names.length === 0) {
    throw new FalsematchError('Say which models are to be checked: falsematch models check NAME --device DEVICE.');
  }
  if (pictures === 0) throw new FalsematchError('--pictures must be at least 1, not 0.');
  const context = await obtainContext(flags);
  const catalog = await loadCatalog(context);
  for (const name of names) catalog.model(name);
  const checks: ParityCheck[] = [];
  for (const name of names) {
    checks.push(await checkParity(name, device, { catalog, context, ...(pictures === undefined ? {} : { pictures }) }));
  }
  print(checks.flatMap(parityLines), { asked: flags.json ?? false, value: checks });
  const failed = checks.filter(({ parity }) => parity.state === 'failed').map(({ model }) => model);
  if (failed.length === 0) return;
  throw new FalsematchError(
    `Not the processor's results on ${device}: ${failed.join(', ')}; measure them with --device ${failed[0]}=cpu.`,
    { kind: 'gate' },
  );
}

/** What a check found, for people. */
export function parityLines({ model, device, runsOn, batch, parity }: ParityCheck): string[] {
  const { state, pictures, compared, lowestCosine, largestMove, largestShift, decisions } = parity;
  const where = runsOn.length > 1 ? `${device}, some of it on ${runsOn.slice(1).join(', ')}` : device;
  const found = [
    ...(lowestCosine === undefined ? [] : [`lowest cosine ${lowestCosine.toFixed(7)}`]),
    ...(largestMove === undefined ? [] : [`largest move ${largestMove.toPrecision(2)} px`]),
    `largest shift of a score ${largestShift.toExponential(1)}`,
    `${decisions.changed} of ${decisions.of} decisions changed (${decisions.what})`,
  ];
  const passes = `passes of ${batch} ${batch === 1 ? 'picture' : 'pictures'}`;
  return [
    `${model}: ${state} on ${where}, ${passes}`,
    ...wrap(`${compared} compared in ${pictures} pictures; ${found.join('; ')}.`, '  '),
  ];
}
