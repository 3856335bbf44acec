import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { address, ask, signUp } from '../../test/caller.ts';
import { doorsScene } from '../../test/doors-scene.ts';
import { hub } from '../../test/hub.ts';
import { sql } from '../platform/sql.ts';
import { rows } from '../platform/sql.ts';
import { everythingOf } from './export.ts';

type Exported = Record<string, Record<string, unknown>[]>;

async function exported(personId: string): Promise<{ text: string; data: Exported }> {
  const { orm } = await hub();
  let text = '';
  for await (const piece of everythingOf(orm.em.fork(), personId)) text += piece;
  return { text, data: JSON.parse(text) as Exported };
}

describe('what one takes along', () => {
  test('is all that is held, with names beside the ids', async () => {
    const { kofi } = await doorsScene();

    const { data } = await exported(kofi.id);

    expect(data.person).toMatchObject([{ display_name: 'Kofi Merriweather', email: 'kofi@example.org' }]);
    expect(data.memberships?.map(({ group }) => group).toSorted()).toEqual([
      'Country-list advisers',
      'Technical collaboration',
      'Whistle',
    ]);
    expect(data.replies).toContainEqual(
      expect.objectContaining({ body: 'Which countries have moved?', discussion: 'The amber list' }),
    );
    expect(data.expertise).toMatchObject([{ name: 'Oxygen systems', level: 'EXPERIENCED' }]);
    expect(data.drafts).toMatchObject([{ body: 'I began to say' }]);
    expect(data.inbox).toMatchObject([{ kind: 'ASKED_TO_JOIN' }]);
    expect(data.sessions).toHaveLength(1);
  });

  test('holds responses and declarations, but not what staff noted in confidence', async () => {
    const { tendo } = await doorsScene();
    const { orm } = await hub();
    await rows(orm.em.fork(), sql`update declaration set note = 'He has shares.'`);

    const { text, data } = await exported(tendo.id);

    expect(data.responses?.map(({ state }) => state).toSorted()).toEqual([
      'ENGAGED',
      'SHORTLISTED',
      'SUBMITTED',
    ]);
    expect(data.declarations).toHaveLength(3);
    expect(data.engagements).toMatchObject([{ deliverables: 'A checklist.' }]);
    expect(text).not.toContain('He has shares.');
  });

  test('holds nobody else’s words and no secret', async () => {
    const { kofi } = await doorsScene();
    const { orm } = await hub();
    const secrets = await rows<{ secret: string }>(
      orm.em.fork(),
      sql`select password as secret from account union all select token from session`,
    );

    const { text } = await exported(kofi.id);

    expect(secrets.length).toBeGreaterThan(1);
    for (const { secret } of secrets) expect(text).not.toContain(secret);
    for (const theirs of ['Two of them.', 'meera@example.org', 'Meera Vallathur', 'tendo@example.org'])
      expect(text).not.toContain(theirs);
  });

  test('goes on over many rows', async () => {
    const { kofi } = await doorsScene();
    const { orm } = await hub();
    await rows(
      orm.em.fork(),
      sql`
      insert into draft (person_id, place, body)
      select ${kofi.id}, 'discussion:' || n, 'Draft ' || n from generate_series(1, 450) n`,
    );

    const { data } = await exported(kofi.id);

    expect(new Set(data.drafts?.map(({ body }) => body)).size).toBe(451);
  });
});

describe('the door to it', () => {
  const get = (cookie?: string) =>
    fetch(`http://${address}/api/account/export`, {
      redirect: 'manual',
      headers: cookie ? { cookie } : {},
    });

  test('gives a file to whoever is signed in', async () => {
    const email = `${randomUUID()}@example.org`;
    const cookie = await signUp('Nokuthula Vane', email);

    const answer = await get(cookie);

    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="hub-nokuthula-vane-/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(((await answer.json()) as Exported).person).toMatchObject([{ email }]);
    expect((await ask('{ viewer { id } }', { cookie })).data.viewer).not.toBeNull();
  });

  test('sends visitors to sign in', async () => {
    const answer = await get();

    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Faccount%2Fdata');
  });
});
