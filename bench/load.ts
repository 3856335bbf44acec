import { Agent, request } from 'node:http';

/** What is asked, and of whom. */
export interface Ask {
  url: string;
  cookie?: string;
  /** Posted as JSON; without it the address is fetched. */
  body?: object;
}

const IN_FLIGHT = 8;

/** Asks so many times over connections that stay open, eight at a time. Anything but a good answer ends the run. */
export async function load(ask: Ask, times: number): Promise<{ seconds: number; bytes: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  const started = performance.now();
  let left = times;
  let bytes = 0;
  const worker = async () => {
    while (left-- > 0) bytes = (await patientAnswer(ask, agent)).length;
  };
  try {
    await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  } finally {
    agent.destroy();
  }
  return { seconds: (performance.now() - started) / 1000, bytes };
}

/** A server may close a connection that was idle for a moment just when it is used again: that is asked anew. */
function patientAnswer(ask: Ask, agent: Agent): Promise<string> {
  return answerTo(ask, agent).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNRESET') return answerTo(ask, agent);
    throw error;
  });
}

/** One answer's body. */
export function answerTo({ url, cookie, body }: Ask, agent?: Agent): Promise<string> {
  const sent = body && JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asking = request(
      url,
      {
        ...(agent && { agent }),
        method: sent ? 'POST' : 'GET',
        headers: {
          ...(sent && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
          ...(cookie && { cookie }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if (response.statusCode === 200 && !text.startsWith('{"errors"')) return resolve(text);
          reject(new Error(`${url} answered ${response.statusCode}: ${text.slice(0, 300)}`));
        });
      },
    );
    asking.on('error', reject);
    asking.end(sent);
  });
}
