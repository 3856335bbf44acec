import { afterAll, beforeAll, beforeEach } from 'vitest';
import { as, PROBLEMS } from './as.ts';
import { cast, type Cast } from './cast.ts';
import { hub } from './hub.ts';
import { mailbox } from './mailbox.ts';
import type { Person } from '../src/people/person.ts';
import { rows, sql } from '../src/platform/sql.ts';
import { START, POST } from './talk.ts';

const CHOOSE = `mutation ($input: ChooseNotificationsInput!) { chooseNotifications(input: $input) {
  ... on ChooseNotificationsPayload { choices { isPaused } } ${PROBLEMS} } }`;

export let box: Awaited<ReturnType<typeof mailbox>>;

export let all: Cast;

beforeAll(async () => (box = await mailbox()));

beforeEach(async () => {
  all = await cast();
});

afterAll(() => box.close());

export const run = async (query: ReturnType<typeof sql>) => rows((await hub()).orm.em.fork(), query);

export const choose = (person: Person, mail: string, words: object = {}) =>
  as(person).send(CHOOSE, {
    topics: [{ topic: 'REPLY_TO_ME', inHub: true, mail }],
    isPaused: false,
    ...words,
  });

export async function talk(title = 'Oxygen plants'): Promise<string> {
  const words = { groupId: all.technical.id, title, body: 'A secret of the ward.' };
  return String((await as(all.kofi).send(START, words)).discussion?.id);
}

export async function answer(id: string, body = 'Another secret.', by = all.tendo): Promise<string> {
  return String((await as(by).send(POST, { discussionId: id, body, inReplyTo: 1 })).reply?.id);
}

export const toKofi = async () => (await box.deliver()).filter(({ to }) => to === all.kofi.email);
