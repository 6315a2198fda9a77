/**
 * A signal that aborts on Ctrl-C or a polite kill. The process is not ended here: a worker that infers must never be
 * torn down, so the command stops feeding, waits for what runs, and then ends by itself.
 */
export function abortOnInterrupt(): { readonly signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const abort = () => {
    if (!controller.signal.aborted) process.stderr.write('\nStopping after what is in hand ...\n');
    controller.abort();
  };
  process.on('SIGINT', abort);
  process.on('SIGTERM', abort);
  return {
    signal: controller.signal,
    stop() {
      process.off('SIGINT', abort);
      process.off('SIGTERM', abort);
    },
  };
}
