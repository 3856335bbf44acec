import type { GraphQLSchema } from 'graphql';
import { sends, type Actor, type Door } from './doors.ts';
import { DOORS } from './doors-table.ts';
import { FURTHER } from './verify-further.ts';

export interface Sent {
  by: Actor | 'tendo';
  ask: Door['ask'];
}

/** One mutation, sent by one person, and what was sent before anybody opened a page. */
export interface Case extends Sent {
  name: string;
  mutation: string;
  first: Sent[];
  /** Why nobody’s page shows anything of it. */
  unseen?: string;
}

/** Whose case shows something, where the first who may has nothing to show. */
const BY: Record<string, Actor> = {
  ...{ endOtherSessions: 'lead', markNotifications: 'lead', markAllDone: 'lead', triageInbox: 'lead' },
  discardDraft: 'lead',
};

const KINDS = 'kinds of work are words that come with every page, and no page waits for them';
const WEIGHTS = 'what was ranked stays as it was until it is ranked again';
const QUEUE = 'who waits to be let in is a queue of staff, as of when it was loaded';
const UNSEEN: Record<string, string> = {
  'joinGroup, at a confidential group, which its lead is in already': 'it was so before',
  'markUnread, at a discussion of a private group': 'it was so before',
  'takeAnswerBack, at a question of a private group': 'it was so before',
  'reportReply, at a reply in a private group, by Meera': 'whoever reports it looks after it alone',
  'revealMatches, at an open request, of which everyone signed in knows': 'it was so before',
  'verifyPerson, at somebody who waits': 'nobody but staff knows of them yet',
  refusePerson: QUEUE,
  setMatchingWeights: WEIGHTS,
  ...{ addContributionType: KINDS, editContributionType: KINDS, orderContributionTypes: KINDS },
};

/** A plan is a page of staff that is loaded anew; no stream tells of it, only of whom accepting it invites. */
const NOT_LIVE = ['makePlan', 'cancelPlan', 'discardPlan'];

function whyUnseen(name: string): Pick<Case, 'unseen'> {
  const unseen = UNSEEN[name];
  return unseen ? { unseen } : {};
}

/** What the table of doors asks is asked here too, by the first who may. */
const ASKED: Case[] = DOORS.filter(({ field }) => field.startsWith('Mutation.')).flatMap(
  ({ field, at, ask, answers }) => {
    const mutation = field.replace('Mutation.', '');
    if (NOT_LIVE.includes(mutation)) return [];
    const by = BY[mutation] ?? (Object.keys(answers) as Actor[]).find((actor) => answers[actor] === 'open');
    const name = [mutation, at].filter(Boolean).join(', at ');
    return by ? [{ name, mutation, by, ask, first: [], ...whyUnseen(name) }] : [];
  },
);

const FURTHER_CASES: Case[] = FURTHER.map(({ at, by, send: [name, fields, input], first = [] }) => ({
  name: `${name}, at ${at}`,
  ...whyUnseen(`${name}, at ${at}`),
  mutation: name,
  by,
  ask: sends(name, fields, input).ask,
  first: first.map(([who, before, fieldsOf, of]) => ({ by: who, ask: sends(before, fieldsOf, of).ask })),
}));

export const CASES: Case[] = [...ASKED, ...FURTHER_CASES];

/** Mutations of the schema of which nobody has verified that a page shows them. */
export function unverified(schema: GraphQLSchema, cases: Case[]): string[] {
  const seen = cases.filter(({ unseen }) => !unseen || [KINDS, QUEUE, WEIGHTS].includes(unseen));
  const verified = new Set(seen.map(({ mutation }) => mutation));
  return Object.keys(schema.getMutationType()?.getFields() ?? {}).filter(
    (name) => !verified.has(name) && !NOT_LIVE.includes(name),
  );
}
