import type { Catalog } from '../catalog/load-cards.js';
import type {
  FaceDetectorCard,
  FaceLandmarksCard,
  FaceTemplateCard,
  ModelCard,
  PlateDetectorCard,
  PlateMargin,
  PlateReaderCard,
} from '../catalog/model-card.js';
import type { DetectedPolicy } from '../faces/choose-face.js';
import { FalsematchError, unknownName } from '../files/errors.js';
import { checkCondition } from './conditions/check-condition.js';
import type { PlannedSuite, PlannedTask } from './conditions/expand-conditions.js';
import { isAbout, type SuiteSystem, type SuiteTask, systemName } from './suite.js';
import { thresholdsFrom } from './thresholds-from.js';

/** A way from picture to template, with its cards. */
export type PlannedFaceSystem = PlannedFinding & {
  readonly name: string;
  readonly model: FaceTemplateCard;
  readonly flipSum: boolean;
};

type PlannedFinding =
  | {
      readonly policy: DetectedPolicy;
      readonly detector: FaceDetectorCard;
      readonly landmarks?: FaceLandmarksCard;
    }
  | { readonly policy: 'given'; readonly detector?: undefined; readonly landmarks?: undefined };

/** A way from picture to the text of a plate, with its cards. */
export interface PlannedPlateSystem {
  readonly name: string;
  readonly detector: PlateDetectorCard;
  readonly reader: PlateReaderCard;
  readonly margin: PlateMargin;
  readonly labelMargin: PlateMargin;
}

export type PlannedSystem = PlannedFaceSystem | PlannedPlateSystem;

/** The names of the models of a system. */
export function plannedModels(system: PlannedSystem): string[] {
  if ('reader' in system) return [system.detector.name, system.reader.name];
  const { detector, landmarks, model } = system;
  return [...(detector ? [detector.name] : []), ...(landmarks ? [landmarks.name] : []), model.name];
}

/** What a run will do, decided before anything is read or fetched. */
export interface Plan {
  readonly suite: PlannedSuite;
  readonly systems: readonly PlannedSystem[];
  /** Dataset cards that may stand for each key of the suite's `data`, in order of preference. */
  readonly data: ReadonlyMap<string, readonly string[]>;
}

/** Checks a suite against the catalog. Throws, naming the field, for whatever cannot work. */
export function planRun(suite: PlannedSuite, catalog: Catalog): Plan {
  const systems = suite.systems.map((system) => planSystem(suite, system, catalog));
  const names = systems.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) {
    throw new FalsematchError(`Suite ${suite.name} has two systems named "${twice}"; give one of them another "name".`);
  }
  const data = new Map(
    Object.entries(suite.data).map(([key, choice]) => {
      const variants = typeof choice === 'string' ? [choice] : choice.anyOf;
      for (const variant of variants) catalog.dataset(variant);
      return [key, variants];
    }),
  );
  for (const [index, task] of suite.tasks.entries()) checkTask(suite, task, suite.tasks.slice(0, index), systems);
  return { suite, systems, data };
}

function planSystem(suite: PlannedSuite, system: SuiteSystem, catalog: Catalog): PlannedSystem {
  const name = systemName(system);
  if ('reader' in system) {
    const detector = ofKind(catalog.model(system.detector), 'plate-detector');
    const reader = ofKind(catalog.model(system.reader), 'plate-reader');
    const { margin = reader.margin, labelMargin = margin } = system;
    return { name, detector, reader, margin, labelMargin };
  }
  const { defaults } = suite;
  const model = ofKind(catalog.model(system.model), 'face-template');
  const flipSum = system.flipSum ?? defaults.flipSum;
  const policy = system.policy ?? defaults.policy;
  if (policy === 'given') {
    if (system.detector === undefined) return { name, model, policy, flipSum };
    throw new FalsematchError(
      `Suite ${suite.name}, system ${name}: the policy "given" takes the faces that the dataset marks, so nothing is left to do for the detector ${system.detector}; leave one of them out.`,
    );
  }
  const detector = ofKind(catalog.model(system.detector ?? defaults.detector), 'face-detector');
  const landmarks = detector.landmarks ? ofKind(catalog.model(detector.landmarks), 'face-landmarks') : undefined;
  return { name, model, detector, ...(landmarks ? { landmarks } : {}), policy, flipSum };
}

function ofKind<K extends ModelCard['kind']>(card: ModelCard, kind: K): Extract<ModelCard, { kind: K }> {
  if (card.kind !== kind) {
    throw new FalsematchError(`${card.name} is a ${card.kind}, and a ${kind} is needed in its place.`);
  }
  return card as Extract<ModelCard, { kind: K }>;
}

/** The protocols that know whom a picture shows, and so take one face of it. */
const ONE_FACE: readonly SuiteTask['protocol'][] = ['pairs', 'all-pairs', 'search'];

function checkTask(
  suite: PlannedSuite,
  task: PlannedTask,
  earlier: readonly PlannedTask[],
  systems: readonly PlannedSystem[],
): void {
  const where = `Suite ${suite.name}, task ${task.id}`;
  if (!Object.hasOwn(suite.data, task.data))
    throw unknownName(`key of "data" (${where})`, task.data, Object.keys(suite.data));
  if (earlier.some(({ id }) => id === task.id))
    throw new FalsematchError(`${where}: two tasks have this id; rename one.`);
  if (task.protocol === 'recapture') {
    const source = earlier.find(({ id }) => id === task.nonMatedFrom);
    if (!source) {
      throw new FalsematchError(
        `${where}: nonMatedFrom must name a task above it, and "${task.nonMatedFrom}" is none.`,
      );
    }
    const set = 'at' in source ? source.at : [];
    const missing = task.at.filter((point) => !set.includes(point));
    if (missing.length > 0) {
      throw new FalsematchError(`${where}: the operating points ${missing.join(', ')} are not set by ${source.id}.`);
    }
  }
  const other = thresholdsFrom(task);
  if (task.condition) checkCondition(task, task.condition, earlier, where);
  else if (task.protocol === 'pairs' && other !== undefined) {
    if (earlier.find(({ id }) => id === other)?.protocol !== 'pairs') {
      throw new FalsematchError(`${where}: calibrate must name a task with pairs above it, and "${other}" is none.`);
    }
  }
  if (task.protocol === 'search') checkSearch(suite, task, where);
  const [kind, wanted] = task.protocol === 'plates' ? ['plates', 'a reader'] : ['faces', 'a template model'];
  if (!systems.some((system) => isAbout(task, system))) {
    throw new FalsematchError(
      `${where}: the protocol ${task.protocol} is about ${kind}, and no system of the suite has ${wanted}; add one.`,
    );
  }
  const all = systems.find((system) => 'policy' in system && system.policy === 'all');
  if (all && ONE_FACE.includes(task.protocol)) {
    throw new FalsematchError(
      `${where}: the protocol ${task.protocol} compares one face a picture, and the policy of ${all.name} is "all"; choose most-central, largest, highest-score or given.`,
    );
  }
}

function checkSearch({ data }: PlannedSuite, task: SuiteTask & { protocol: 'search' }, where: string): void {
  const { search, verificationAt } = task;
  if (typeof search === 'string') return;
  const { passersBy } = search.probes;
  const { distractors } = search.gallery;
  for (const [name, key] of Object.entries({ passersBy, distractors })) {
    if (key !== undefined && !Object.hasOwn(data, key)) {
      throw unknownName(`key of "data" (${where}, ${name})`, key, Object.keys(data));
    }
  }
  if (distractors !== undefined && (distractors === task.data || distractors === passersBy)) {
    throw new FalsematchError(
      `${where}: distractors names data whose people are searched for; name those of others, who are nobody's mate.`,
    );
  }
  if (passersBy === task.data) {
    throw new FalsematchError(
      `${where}: passersBy names the data of the list itself; name other people's, or leave it out for those who are on no list.`,
    );
  }
  if (verificationAt) {
    throw new FalsematchError(
      `${where}: verificationAt is for published splits; for all pairs of the data add a task with the protocol all-pairs.`,
    );
  }
}
