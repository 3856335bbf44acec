import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

const SHARED_FOR_MS = 1_000;
const MOST = 500;
const MOST_BYTES = 1_000_000;

interface Answer {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/**
 * Visitors who ask the same within a second get the same bytes, and those who ask while one is being made
 * wait for it. Nobody signed in is ever answered from here.
 */
export class SharedAnswers {
  readonly #answers = new Map<string, Promise<Answer | null>>();

  /** Answers from what is shared, or makes the answer with `work` and shares it. */
  async answer(key: string, response: ServerResponse, work: () => void): Promise<void> {
    const made = await this.#answers.get(key);
    if (made) {
      response.writeHead(made.status, { ...made.headers, 'content-length': made.body.length });
      response.end(made.body);
      return;
    }
    const making = recorded(response);
    if (this.#answers.size >= MOST) this.#answers.clear();
    this.#answers.set(key, making);
    void making.then((answer) => {
      if (!answer) this.#answers.delete(key);
      else setTimeout(() => this.#answers.delete(key), SHARED_FOR_MS).unref();
    });
    work();
  }
}

/** Whether this is a visitor: without a session, what is answered depends on the address alone. */
export function isVisitor(request: IncomingMessage): boolean {
  return !request.headers.cookie?.includes('hub.session_token=') && !request.headers.authorization;
}

/** What a visitor chose of language and looks, which their cookies tell the pages. */
export function choicesOf(request: IncomingMessage): string {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/);
  return cookies
    .filter((cookie) => cookie.startsWith('hub-'))
    .sort()
    .join(' ');
}

/** Watches what is written; null when it may not be shared. */
function recorded(response: ServerResponse): Promise<Answer | null> {
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const { write, end } = response;
  response.write = ((...args: Parameters<typeof write>) => {
    keep(args[0], args[1]);
    return write.apply(response, args);
  }) as typeof write;
  response.end = ((...args: Parameters<typeof end>) => {
    keep(args[0], args[1]);
    return end.apply(response, args);
  }) as typeof end;
  return new Promise((resolve) => {
    response.once('close', () => {
      const headers = response.getHeaders();
      const body = Buffer.concat(chunks);
      const shareable =
        response.writableFinished &&
        response.statusCode === 200 &&
        !headers['set-cookie'] &&
        body.length <= MOST_BYTES;
      delete headers['transfer-encoding'];
      resolve(shareable ? { status: 200, headers, body } : null);
    });
  });
}
