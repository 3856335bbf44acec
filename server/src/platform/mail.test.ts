import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { quiet } from './line-log.ts';
import { mailer, type Mailer } from './mail.ts';

interface Delivery {
  from: string;
  to: string[];
  data: string;
}

let server: SMTPServer;
let post: Mailer;
let dataDir: string;
let said: ReturnType<typeof quiet>;
let refusal: Error | null = null;
const delivered: Delivery[] = [];

beforeEach(async () => {
  said = quiet();
  dataDir = mkdtempSync(join(tmpdir(), 'hub-mail-'));
  server = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: true,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        if (!refusal)
          delivered.push({
            from,
            to: rcptTo.map(({ address }) => address),
            data: Buffer.concat(parts).toString(),
          });
        done(refusal);
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  post = mailer({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mailFrom: 'hub@example.org',
    name: 'The hub, "ours"',
    dataDir,
  });
});

afterEach(async () => {
  post.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  rmSync(dataDir, { recursive: true, force: true });
  delivered.length = 0;
  refusal = null;
  said.loud();
});

const to = "amara.o'neil+hub@example.org";

describe('over SMTP', () => {
  test('a mail arrives as it was written', async () => {
    await post.send({ to, subject: 'Réponse de Étienne', text: 'One line.\n.\nA dot alone, and 漢字.\n' });
    const [mail] = delivered;
    expect(mail).toMatchObject({ from: 'hub@example.org', to: [to] });
    expect(mail?.data).toContain('From: "The hub, \\"ours\\"" <hub@example.org>');
    expect(mail?.data).toContain(`To: ${to}`);
    expect(mail?.data).toContain('Auto-Submitted: auto-generated');
    expect(mail?.data).toMatch(/Subject: =\?UTF-8\?/);
    expect(bodyOf(mail?.data ?? '')).toBe('One line.\n.\nA dot alone, and 漢字.\n');
  });

  test.each([
    'amara@example.org\r\nBcc: eve@evil.example',
    'amara@example.org\nX: y',
    'amara@example.org, eve@evil.example',
    'amara@example.org;eve@evil.example',
    'Amara <amara@example.org>',
    '<amara@example.org>',
    '"eve@evil.example"@example.org',
    'amara',
    '',
    ' amara@example.org',
    'a@b@c',
    'amara@example.org\0',
    'amara@[127.0.0.1]',
  ])('to %j is refused', async (wrong) => {
    await expect(post.send({ to: wrong, subject: 's', text: 't' })).rejects.toThrow('one plain address');
    expect(delivered).toEqual([]);
  });

  test.each(['Hello\r\nBcc: eve@evil.example', 'Hello\nthere', 'Hello\u2028there', 'Hello\u0000'])(
    'the subject %j is refused',
    async (subject) => {
      await expect(post.send({ to, subject, text: 't' })).rejects.toThrow('one line');
      expect(delivered).toEqual([]);
    },
  );

  test('headers in the text stay text, and long subjects are cut', async () => {
    await post.send({ to, subject: 's'.repeat(1_000), text: 'Bcc: eve@evil.example\r\n\r\nHello' });
    expect(delivered).toHaveLength(1);
    expect(delivered[0]?.to).toEqual([to]);
    expect(delivered[0]?.data.split('\r\n\r\n')[0]).not.toContain('evil');
    const subject = delivered[0]?.data.match(/^Subject: ([^]*?)\r\n\S/m)?.[1] ?? '';
    expect(subject.match(/s/g)).toHaveLength(199);
  });

  test('a refusal and a server that is away are faults for who sends', async () => {
    refusal = Object.assign(new Error('Try again later'), { responseCode: 451 });
    await expect(post.send({ to, subject: 's', text: 't' })).rejects.toThrow('Try again later');
    refusal = null;
    await post.send({ to, subject: 's', text: 't' });
    expect(delivered).toHaveLength(1);
    const nowhere = mailer({
      smtpUrl: 'smtp://127.0.0.1:1',
      mailFrom: 'hub@example.org',
      name: 'Hub',
      dataDir,
    });
    await expect(nowhere.send({ to, subject: 's', text: 't' })).rejects.toThrow('ECONNREFUSED');
    nowhere.close();
  });
});

describe('without a server', () => {
  test('mails are kept as files for their owner alone, and the log says where but not for whom', async () => {
    const kept = mailer({ smtpUrl: null, mailFrom: 'hub@localhost', name: 'Hub', dataDir });
    await kept.send({ to, subject: 'First', text: 'Hello' });
    await kept.send({ to, subject: 'Second', text: 'Again' });
    const files = readdirSync(join(dataDir, 'mail')).sort();
    expect(files).toHaveLength(2);
    const path = join(dataDir, 'mail', files[0] ?? '');
    expect(readFileSync(path, 'utf8')).toMatch(
      /To: amara\.o'neil\+hub@example\.org\r\nSubject: First\r\n[^]*\r\n\r\nHello/,
    );
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(said.lines).toHaveLength(2);
    expect(said.lines[0]).toContain(files[0]);
    expect(said.lines.join('')).not.toContain('amara');
    await expect(kept.send({ to: 'a@b\nBcc: c@d', subject: 's', text: 't' })).rejects.toThrow(
      'one plain address',
    );
  });
});

function bodyOf(data: string): string {
  const [head = '', ...rest] = data.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const text = /base64/i.test(head)
    ? Buffer.from(body, 'base64').toString()
    : Buffer.from(
        body
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      ).toString();
  return text.replace(/\r\n/g, '\n');
}
