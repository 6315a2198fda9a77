import type { RunRecord, SystemRecord } from '../results/run-record.js';
import type { ModelRecord } from '../results/system-record.js';

/** What a model's numbers are and where it ran, as far as that is not usual: ", float16, on webgpu in passes of 4, not checked ...". */
export function placementText({ precision, placement }: ModelRecord): string {
  const parts = precision ? [precision] : [];
  if (placement) {
    const { device, runsOn, batch, parity } = placement;
    const rest = runsOn.filter((name) => name !== device);
    const shared = device !== 'cpu' && rest.length > 0 ? `, the rest on ${rest.join(', ')}` : '';
    parts.push(device === 'cpu' ? `on ${runsOn.join(', ')}` : `on ${device}${shared}`);
    if (batch > 1) parts.push(`${batch} pictures a pass`);
    if (parity) parts.push(PARITY[parity]);
  }
  return parts.map((part) => `, ${part}`).join('');
}

const PARITY = {
  passed: 'near enough to the processor on reference pictures',
  failed: 'NOT near enough to the processor on reference pictures',
  'not-checked': 'not held against the processor',
} as const;

/** The models of a run that ran on a device without having passed the check against the processor. */
export function uncheckedModels({ systems }: Pick<RunRecord, 'systems'>): string[] {
  const unchecked = systems
    .flatMap(modelsOf)
    .filter(({ placement }) => placement?.parity !== undefined && placement.parity !== 'passed');
  return [...new Set(unchecked.map(({ name, placement }) => `${name} on ${placement?.device}`))];
}

function modelsOf(system: SystemRecord): ModelRecord[] {
  if ('reader' in system) return [system.detector, system.reader];
  const { detector, landmarks, model } = system;
  return [...(detector ? [detector] : []), ...(landmarks ? [landmarks] : []), model];
}

/** A sentence that marks a run whose models were not all checked; undefined where they were. */
export function uncheckedSentence(record: Pick<RunRecord, 'systems'>): string | undefined {
  const models = uncheckedModels(record);
  if (models.length === 0) return undefined;
  return `Not known to give what the processor gives: ${models.join(', ')}; "falsematch models check MODEL --device DEVICE" finds out.`;
}
