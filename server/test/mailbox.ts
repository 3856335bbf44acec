import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { sendDue } from '../src/mail/outbox.ts';
import { mailer } from '../src/platform/mail.ts';
import { hub } from './hub.ts';

export interface Received {
  to: string;
  headers: Record<string, string>;
  text: string;
  html: string;
}

/** A real mail server, which keeps what it takes and can be told to refuse. */
export async function mailbox() {
  const received: Received[] = [];
  const state = { refuses: false };
  const server = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: true,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (state.refuses) return done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
        const [to] = session.envelope.rcptTo.map(({ address }) => address);
        received.push(read(Buffer.concat(parts).toString(), to ?? ''));
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const sender = { name: 'The hub', origin: 'https://hub.example.org' };
  const out = mailer({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mailFrom: 'hub@example.org',
    name: sender.name,
    dataDir: '',
  });
  return {
    received,
    state,
    /** Sends what is due as the hub does every minute, and answers with what arrived. */
    async deliver(): Promise<Received[]> {
      received.length = 0;
      await sendDue({ orm: (await hub()).orm, sender, send: (mail) => out.send(mail) });
      return [...received];
    },
    async close(): Promise<void> {
      out.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** As much of a mail as ours are: headers, and two parts of text. */
function read(data: string, to: string): Received {
  const [head = '', ...rest] = data.split('\r\n\r\n');
  const headers = Object.fromEntries(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1] ?? '';
  const parts = rest.join('\r\n\r\n').split(`--${boundary}`);
  const part = (type: string) => {
    const found = parts.find((one) => one.includes(`Content-Type: ${type}`)) ?? '';
    const [partHead = '', ...body] = found.split('\r\n\r\n');
    return decoded(partHead, body.join('\r\n\r\n')).trim();
  };
  return { to, headers, text: part('text/plain'), html: part('text/html') };
}

function decoded(head: string, body: string): string {
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString().replace(/\r\n/g, '\n');
}
