import { parentPort, workerData } from 'node:worker_threads';
import type { Text } from './corpus.ts';
import { versionFrom } from './version.ts';

// Learning takes seconds of a processor, in which the hub goes on answering.
const { name, people, requests } = workerData as {
  name: string;
  people: { id: string; terms: Uint8Array }[];
  requests: Text[];
};
parentPort?.postMessage(versionFrom(name, people, requests));
