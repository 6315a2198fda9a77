/** Does some work with something that was opened, and releases it whatever comes of that. */
export async function using<R>(opened: { release(): Promise<void> }, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } finally {
    await opened.release();
  }
}
