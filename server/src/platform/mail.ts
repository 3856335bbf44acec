import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { newId } from './ids.ts';
import { log } from './line-log.ts';
import type { Settings } from './settings.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Its own name, and those of what it goes on from, each in angle brackets. */
  messageId?: string;
  inReplyTo?: string;
  references?: readonly string[];
  /** What it belongs to, as a name under our host. */
  listId?: string;
  /** The address that stops such mails when something is posted to it. */
  unsubscribe?: string;
}

export interface Mailer {
  /** Resolves when the mail server has taken it; who calls keeps it and tries again otherwise. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

type MailSettings = Pick<Settings, 'smtpUrl' | 'mailFrom' | 'name' | 'dataDir'>;

/** Sends over SMTP, or keeps mails as files where no server is set, for trying the hub out. */
export function mailer(settings: MailSettings): Mailer {
  return settings.smtpUrl ? overSmtp(settings.smtpUrl, settings) : intoFiles(settings);
}

function overSmtp(url: string, settings: MailSettings): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    ...NOTHING_FROM_OUTSIDE,
  });
  return {
    send: async (mail) => void (await transport.sendMail(composed(mail, settings))),
    close: () => transport.close(),
  };
}

function intoFiles(settings: MailSettings): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, ...NOTHING_FROM_OUTSIDE });
  const folder = join(settings.dataDir, 'mail');
  return {
    send: async (mail) => {
      const { message } = await transport.sendMail(composed(mail, settings));
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${newId()}.eml`);
      await writeFile(path, message as Buffer, { flag: 'wx', mode: 0o600 });
      log('info', 'mail.kept', { detail: `There is no mail server, so a mail was kept as ${path}.` });
    },
    close: () => transport.close(),
  };
}

/** A mail never reads a file or an address, whatever its text says. */
const NOTHING_FROM_OUTSIDE = { disableFileAccess: true, disableUrlAccess: true };

const LONGEST_SUBJECT = 200;
const ONE_ADDRESS = /^[^\s@<>,;:"()[\]\\\p{Cc}]{1,64}@[^\s@<>,;:"()[\]\\\p{Cc}]{1,253}$/u;

function composed(mail: Mail, { mailFrom, name }: MailSettings): SendMailOptions {
  const { to, subject, text, html } = mail;
  if (!ONE_ADDRESS.test(to)) throw new Error('A mail must go to one plain address.');
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(subject)) throw new Error('The subject of a mail must be one line.');
  return {
    // As parts, so that nothing is parsed out of them.
    from: { name, address: mailFrom },
    to: { name: '', address: to },
    subject: shortened(subject),
    text,
    ...(html !== undefined && { html }),
    ...threading(mail),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...listing(mail),
    },
  };
}

const MESSAGE_ID = /^<[\w.-]{1,120}@[\w.-]{1,120}>$/;

function threading({ messageId, inReplyTo, references = [] }: Mail): SendMailOptions {
  const ids = [messageId, inReplyTo, ...references].filter((id) => id !== undefined);
  if (!ids.every((id) => MESSAGE_ID.test(id))) throw new Error('A mail has a name that is none.');
  return {
    ...(messageId && { messageId }),
    ...(inReplyTo && { inReplyTo }),
    ...(references.length > 0 && { references: [...references] }),
  };
}

/** Mail programs show a button for these: one press, no page, no signing in. */
function listing({ listId, unsubscribe }: Mail): Record<string, string> {
  if (listId && !/^[\w.-]{1,200}$/.test(listId)) throw new Error('A list has a name that is none.');
  if (unsubscribe && !/^https?:[\w:/.%-]{1,300}$/.test(unsubscribe))
    throw new Error('A mail cannot be stopped at such an address.');
  return {
    ...(listId && { 'List-Id': `<${listId}>` }),
    ...(unsubscribe && {
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}

function shortened(subject: string): string {
  const characters = [...subject];
  return characters.length > LONGEST_SUBJECT
    ? `${characters.slice(0, LONGEST_SUBJECT - 1).join('')}…`
    : subject;
}
