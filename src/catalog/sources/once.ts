const running = new Map<string, Promise<string>>();

/** Runs `work` once a process for each key and shares its result; a failure is forgotten, so the next call tries again. */
export function oncePerProcess(key: string, work: () => Promise<string>): Promise<string> {
  const known = running.get(key);
  if (known) return known;
  const result = work();
  running.set(key, result);
  result.catch(() => running.delete(key));
  return result;
}
