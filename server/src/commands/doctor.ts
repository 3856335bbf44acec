import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Redis } from 'ioredis';
import { createTransport } from 'nodemailer';
import type { Settings } from '../platform/settings.ts';
import { databaseFindings } from './doctor-database.ts';
import { found, type Finding } from './finding.ts';

/** Looks at everything the hub needs and changes nothing. One line each; exit code 1 when something is wrong. */
export async function doctor(settings: Settings): Promise<void> {
  const findings: [string, Finding][] = [
    ['settings', { says: `${settings.name} at ${settings.origin}, files in ${settings.dataDir}` }],
    ['node', nodeVersion()],
    ...(await databaseFindings(settings)),
    ['disk', await found(() => diskFree(settings), 'cannot be measured')],
    ['mail', await found(() => mail(settings), 'the mail server is not reached')],
    ['redis', await found(() => redis(settings), 'Redis is not reached')],
  ];
  for (const [name, { says, isWrong }] of findings) {
    console.log(`${name.padEnd(11)}${(isWrong ? 'WRONG' : 'ok').padEnd(7)}${says}`);
  }
  if (findings.some(([, { isWrong }]) => isWrong)) process.exitCode = 1;
}

const LEAST_NODE = 26;

function nodeVersion(): Finding {
  const { node } = process.versions;
  if (Number(node.split('.')[0]) >= LEAST_NODE) return { says: node };
  return { isWrong: true, says: `${node} is too old: npm ci brings ${LEAST_NODE}, run the hub through npm` };
}

const GIGABYTE = 1024 ** 3;
const LEAST_FREE = GIGABYTE / 2;

async function diskFree({ dataDir }: Settings): Promise<Finding> {
  const { bavail, bsize } = await statfs(nearest(dataDir));
  const free = bavail * bsize;
  return { says: `${(free / GIGABYTE).toFixed(1)} GB free where files are kept`, isWrong: free < LEAST_FREE };
}

/** The folder is made at the first start; until then its disk is that of the folder above. */
function nearest(dir: string): string {
  return existsSync(dir) || dirname(dir) === dir ? dir : nearest(dirname(dir));
}

async function mail({ smtpUrl, dataDir }: Settings): Promise<Finding> {
  if (!smtpUrl) return { says: `no SMTP_URL: mails are kept as files in ${dataDir}/mail and reach nobody` };
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 8_000 });
  try {
    await transport.verify();
    return { says: `${new URL(smtpUrl).host} takes mail` };
  } finally {
    transport.close();
  }
}

async function redis({ redisUrl }: Settings): Promise<Finding> {
  if (!redisUrl) return { says: 'no REDIS_URL: processes tell each other through the database' };
  const client = new Redis(redisUrl, { lazyConnect: true, retryStrategy: null, maxRetriesPerRequest: 0 });
  // The client tells why only here; the promise says no more than that it is closed.
  let why: Error | undefined;
  client.on('error', (error: Error) => (why = error));
  try {
    await client.connect();
    await client.ping();
    return { says: `${new URL(redisUrl).host} answers` };
  } catch (error) {
    throw why ?? error;
  } finally {
    client.disconnect();
  }
}
