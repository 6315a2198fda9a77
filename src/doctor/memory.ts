import { freemem, totalmem } from 'node:os';
import type { Check, Finding } from './check.js';

const GB = 1e9;
/** A run with the largest networks in two workers, and their pictures. */
const WANTED = 2 * GB;

/** What so many bytes of memory are good for. */
export function judgeMemory(total: number, free: number): Finding {
  const facts = { total, free };
  const text = `${(total / GB).toFixed(1)} GB, ${(free / GB).toFixed(1)} GB of it free`;
  if (total >= WANTED) return { state: 'ok', text, facts };
  const mend = 'use fewer workers (--workers 1), or a machine with 2 GB or more for large models';
  return { state: 'warning', text, mend, facts };
}

export const memory: Check = {
  name: 'memory',
  look() {
    // A container may have less than its machine.
    const allowed = process.constrainedMemory() ?? 0;
    const total = allowed > 0 ? Math.min(allowed, totalmem()) : totalmem();
    return judgeMemory(total, Math.min(freemem(), total));
  },
};
