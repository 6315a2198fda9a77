import { expandConditions } from '../benchmark/conditions/expand-conditions.js';
import { toolsOf } from '../benchmark/conditions/tools-of.js';
import { loadSuite } from '../benchmark/load-suite.js';
import { type NotMeasured, refuseToMeasure } from '../benchmark/not-measured.js';
import { obtainSystems } from '../benchmark/obtain-systems.js';
import { overrideSuite } from '../benchmark/override-suite.js';
import { checkChoice, placeSystems } from '../benchmark/place-models.js';
import { type Plan, plannedModels, planRun } from '../benchmark/plan.js';
import { loadCatalog } from '../catalog/load-cards.js';
import type { ObtainContext } from '../catalog/obtain-file.js';
import { isPlateSystem, type System } from '../extraction/extraction.js';
import { FalsematchError, unknownName } from '../files/errors.js';
import type { ConditionCard } from '../images/conditions/condition-card.js';
import { loadCondition } from '../images/conditions/load-conditions.js';
import { parseDevices } from '../runtimes/devices/device-choice.js';
import type { DeviceHost } from '../runtimes/devices/device-host.js';
import { type Kind, openPictures, type SpeedPictures } from './pictures.js';
import type { SpeedOptions } from './speed-options.js';

/** What is to be timed, with everything at hand. */
export interface PreparedSpeed {
  readonly suite: Plan['suite'];
  readonly systems: readonly System[];
  readonly pictures: ReadonlyMap<Kind, SpeedPictures>;
  readonly condition: ConditionCard | undefined;
  /** The programs outside that take part in the condition, with their versions. */
  readonly tools: Readonly<Record<string, string>>;
  readonly notMeasured: readonly NotMeasured[];
}

/**
 * Obtains the systems and the pictures of a suite. What cannot be had is listed and told; throws `unavailable` when
 * nothing is left.
 */
export async function prepareSpeed(
  options: SpeedOptions,
  wanted: number,
  context: ObtainContext,
  host: DeviceHost,
): Promise<PreparedSpeed> {
  const { of, onEvent } = options;
  const suite = await expandConditions(overrideSuite(await loadSuite(options.suite), options));
  const unknown = of?.find((key) => !Object.hasOwn(suite.data, key));
  if (unknown !== undefined)
    throw unknownName(`key of "data" in suite ${suite.name}`, unknown, Object.keys(suite.data));
  const condition = options.condition === undefined ? undefined : await loadCondition(options.condition);
  const catalog = await loadCatalog({ home: context.home });
  const plan = planRun(suite, catalog);
  checkAbout(plan, condition);
  const tools = condition ? await toolsOf({ condition }) : {};

  const choice = parseDevices(options.device ?? []);
  checkChoice(choice, plan.systems.flatMap(plannedModels));
  const found = await obtainSystems(plan.systems, context);
  const obtained = await placeSystems(found.systems, { choice, host, home: context.home });
  const notMeasured = [...found.notMeasured];
  const pictures = new Map<Kind, SpeedPictures>();
  for (const kind of new Set(obtained.map(kindOf))) {
    const steps = condition?.steps ?? [];
    const shown = await openPictures(plan, catalog, context, { kind, of, wanted, steps, tools });
    notMeasured.push(...shown.notMeasured);
    if (shown.samples.length > 0) pictures.set(kind, shown);
  }
  const systems = obtained.filter((system) => pictures.has(kindOf(system)));
  for (const system of obtained.filter((one) => !systems.includes(one))) {
    const reason = `there is no picture of ${kindOf(system)} for it`;
    notMeasured.push({ what: system.name, reason, detail: `There is no picture of ${kindOf(system)} for it.` });
  }
  for (const missing of notMeasured) onEvent?.({ kind: 'not-measured', ...missing });
  refuseToMeasure(suite.name, { systems: systems.length, tasks: 1 }, notMeasured, false);
  return { suite, systems, pictures, condition, tools, notMeasured };
}

/** What a system is about. */
export function kindOf(system: System): Kind {
  return isPlateSystem(system) ? 'plates' : 'faces';
}

/** A condition about faces says nothing of plates, nor the reverse: no system may be of the other kind. */
function checkAbout({ suite, systems }: Plan, condition: ConditionCard | undefined): void {
  if (!condition || condition.about === 'any') return;
  const other = systems.find((system) => ('reader' in system ? 'plates' : 'faces') !== condition.about);
  if (!other) return;
  throw new FalsematchError(
    `The condition ${condition.name} is about ${condition.about}, and ${other.name} of suite ${suite.name} is not; name fitting systems with --models.`,
  );
}
