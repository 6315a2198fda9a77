/**
 * A device that stopped in the middle of its work. It is never a failure of the picture that it worked on: a run ends, and
 * what was finished before is kept.
 */
export class DeviceFailure extends Error {
  override readonly name = 'DeviceFailure';
}

/** Whether an error says that memory ran out. */
export function isMemoryProblem(message: string): boolean {
  return /out of memory|out_of_memory|failed to allocate|memory alloc|bad_alloc|allocation failed|BFCArena|exceeds the max buffer/i.test(
    message,
  );
}
