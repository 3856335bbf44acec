import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerTo } from '../load.ts';

export interface Door {
  origin: string;
}

export type Answer = Record<string, unknown> & { problems?: { code: string; message: string }[] };

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Asks one thing once. Whatever is not a good answer is thrown. */
export async function ask(
  door: Door,
  cookie: string,
  query: string,
  variables: object,
): Promise<Record<string, Answer>> {
  const text = await answerTo({ url: `${door.origin}/graphql`, cookie, body: { query, variables } }, agent);
  const { data, errors } = JSON.parse(text) as { data: Record<string, Answer>; errors?: unknown[] };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

export async function send(door: Door, cookie: string, mutation: string, input: object): Promise<Answer> {
  const [answer] = Object.values(await ask(door, cookie, mutation, { input }));
  if (!answer) throw new Error('A mutation answered nothing.');
  return answer;
}

const GIVE_UP_MS = 300_000;

/** Sends one thing until it is answered, at whichever door is open, always with the same id: as a page does. */
export async function sendUntilAnswered(
  doors: readonly Door[],
  cookie: string,
  mutation: string,
  input: object,
  clientMutationId: string = randomUUID(),
): Promise<Answer> {
  const until = Date.now() + GIVE_UP_MS;
  for (let attempt = 0; ; attempt++) {
    const door = doors[attempt % doors.length];
    if (!door) throw new Error('There is no door.');
    try {
      return await send(door, cookie, mutation, { ...input, clientMutationId });
    } catch (error) {
      if (Date.now() > until) throw error;
      await wait(Math.min(20 * 2 ** Math.floor(attempt / doors.length), 300));
    }
  }
}

const PROBLEMS = '... on Rejected { problems { code message } }';

const mutation = (name: string, input: string, payload: string, fields: string) =>
  `mutation Proof($input: ${input}!) { ${name}(input: $input) { ... on ${payload} { ${fields} } ${PROBLEMS} } }`;

export const POST = mutation('postReply', 'PostReplyInput', 'PostReplyPayload', 'reply { id number }');
export const LEAVE = mutation('leaveGroup', 'LeaveGroupInput', 'LeaveGroupPayload', 'group { id }');
export const JOIN = mutation('joinGroup', 'JoinGroupInput', 'JoinGroupPayload', 'group { id }');
export const INVITE = mutation('inviteMember', 'InviteMemberInput', 'InviteMemberPayload', 'group { id }');
export const REMOVE = mutation('removeMember', 'RemoveMemberInput', 'RemoveMemberPayload', 'group { id }');
export const MAKE_LEAD = mutation('makeLead', 'MakeLeadInput', 'MakeLeadPayload', 'group { id }');
export const MERGE = mutation('mergeGroups', 'MergeGroupsInput', 'MergeGroupsPayload', 'group { id }');
export const CHANGE_ROLE = mutation('changeRole', 'ChangeRoleInput', 'ChangeRolePayload', 'person { id }');
export const SUSPEND = mutation(
  'suspendPerson',
  'SuspendPersonInput',
  'SuspendPersonPayload',
  'person { id }',
);
export const END_SESSION = mutation('endSession', 'EndSessionInput', 'EndSessionPayload', '__typename');
