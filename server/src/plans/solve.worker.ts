// A thread of its own: solving takes the processor for seconds and must not hold up those who read pages meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { solve } from '../matching/solve.ts';
import type { Assignment } from './assignment.input.ts';

const { requests, experts, rows } = workerData as Assignment;
parentPort?.postMessage(await solve(requests, experts, rows));
