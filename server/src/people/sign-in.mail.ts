import * as say from '../platform/say/generated/people.ts';

export type SendMail = (to: string, subject: string, text: string) => Promise<void>;

interface MailText {
  subject: string;
  text: string;
}

export function newPasswordMail(origin: string, token: string): MailText {
  return {
    subject: say.mailPassword(),
    text: lines(say.mailPasswordText(), `${origin}/new-password?token=${token}`, say.mailPasswordNot()),
  };
}

export function linkMail(origin: string, token: string, next: string): MailText {
  const back = next.startsWith('/') && next.length < 500 ? `&next=${encodeURIComponent(next)}` : '';
  return {
    subject: say.mailLink(),
    text: lines(say.mailLinkText(), `${origin}/sign-in/link?token=${token}${back}`, say.mailLinkNot()),
  };
}

/** For whoever asked for an account where staff say yes first. */
export function waitingMail(): MailText {
  return { subject: say.mailWaits(), text: lines(say.mailWaitsText(), say.mailWaitsNot()) };
}

/** A mailbox is one thing a thief may hold; the second step is there for that day. */
export function linkNeedsPasswordMail(origin: string): MailText {
  return {
    subject: say.mailSecondStep(),
    text: lines(
      say.mailSecondStepText(),
      `${say.mailSecondStepHere()} ${origin}/sign-in`,
      say.mailSecondStepNot(),
    ),
  };
}

function lines(...parts: string[]): string {
  return `${parts.join('\n\n')}\n`;
}
