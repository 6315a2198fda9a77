/** Says on stderr which files of a run directory are not as the run wrote them; nothing where all are. */
export function warnAltered(directory: string, altered: readonly string[]): void {
  if (altered.length === 0) return;
  process.stderr.write(`Warning: ${altered.join(', ')} changed since the run; see "falsematch verify ${directory}".\n`);
}
