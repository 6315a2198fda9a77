import type { SamplesBySubject } from '../../metrics/all-pairs/weighted-trials.js';
import type { TaskSubjects } from '../task-subjects.js';
import type { SearchLists } from './search-lists.js';

/** Whether each sample is enrolled or searched with in a list. */
export function membersOf({ samples }: SearchLists, list: number): Uint8Array {
  return Uint8Array.from(samples, ({ roles }) => (roles[list] ? 1 : 0));
}

/** How many samples each subject has among the members, and how many of them have no template. */
export function samplesOfMembers({ labels, subjectOf, scored }: TaskSubjects, members: Uint8Array): SamplesBySubject {
  const samples = new Int32Array(labels.length);
  const failed = new Int32Array(labels.length);
  for (const [place, subject] of subjectOf.entries()) {
    if (!members[place]) continue;
    samples[subject] = (samples[subject] ?? 0) + 1;
    failed[subject] = (failed[subject] ?? 0) + 1;
  }
  for (const place of scored) {
    const subject = subjectOf[place] ?? 0;
    if (members[place]) failed[subject] = (failed[subject] ?? 0) - 1;
  }
  return { samples, failed };
}
