import { expect, test } from 'vitest';
import { as, type Nested } from '../../test/as.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { tellLeadsOfUnanswered } from './unanswered.ts';
import { START, POST } from '../../test/talk.ts';

const days = (count: number) => new Date(Date.now() + count * 86_400_000);

async function told(all: Cast): Promise<unknown[]> {
  const { inbox } = await as(all.kofi).run('{ inbox { edges { node { kind says } } } }');
  return (inbox?.edges as unknown as Nested[]).map(({ node }) => node?.says);
}

test('a question nobody answered in five days comes to the lead, once; nothing else does', async () => {
  const all = await cast();
  const start = async (title: string, kind: string) => {
    const input = { groupId: all.technical.id, title, body: 'What do you do?', kind };
    return (await as(all.tendo).send(START, input)).discussion?.id;
  };
  await start('Who has a spare valve?', 'QUESTION');
  const answered = await start('Who has a spare filter?', 'QUESTION');
  await as(all.meera).send(POST, { discussionId: answered, body: 'We do.' });
  await start('Valves I have known', 'DISCUSSION');
  const app = await hub();

  expect(await tellLeadsOfUnanswered(app, days(4))).toBe(0);
  expect(await tellLeadsOfUnanswered(app, days(6))).toBe(1);
  expect(await tellLeadsOfUnanswered(app, days(7))).toBe(0);
  expect(await told(all)).toEqual(['“Who has a spare valve?” has waited five days for a first reply.']);
});
