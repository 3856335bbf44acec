import { Worker } from 'node:worker_threads';
import type { Solved } from '../matching/solve.ts';
import type { Assignment } from './assignment.input.ts';

/** Solves in a thread of its own, which ends at once when it is not wanted any more. */
export async function solveAside(work: Assignment, signal: AbortSignal): Promise<Solved> {
  signal.throwIfAborted();
  // As it was built, or as it was written.
  const file = import.meta.url.endsWith('.ts') ? './solve.worker.ts' : './solve.worker.js';
  const worker = new Worker(new URL(file, import.meta.url), { workerData: work });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<Solved>((resolve, reject) => {
      worker.once('message', resolve).once('error', reject);
      worker.once('exit', () => reject(new Error('The solver ended without a plan.')));
    });
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}
