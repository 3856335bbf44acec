import { describe, expect, test } from 'vitest';
import { as, PROBLEMS } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { rows, sql } from '../platform/sql.ts';

const ALL = 'language scheme textOnly announcements shortcuts live';
const EDIT = `mutation ($input: EditPreferencesInput!) { editPreferences(input: $input) {
  ... on EditPreferencesPayload { preferences { ${ALL} } } ${PROBLEMS} } }`;
const MINE = `{ viewer { preferences { ${ALL} } } }`;
const THEIRS = `query ($handle: String!) { person(handle: $handle) { preferences { scheme } } }`;
const DEFAULTS = {
  language: null,
  scheme: 'SYSTEM',
  textOnly: false,
  announcements: 'COUNT',
  shortcuts: false,
  live: true,
};

describe('how one wants the hub', () => {
  test('is as the device asks until one chooses', async () => {
    const { tendo } = await cast();

    expect(await as(tendo).run(MINE)).toEqual({ viewer: { preferences: DEFAULTS } });
  });

  test('changes in what was chosen and in nothing else', async () => {
    const { tendo } = await cast();

    await as(tendo).send(EDIT, { language: 'AR', scheme: 'DARK', live: false });
    const { preferences } = await as(tendo).send(EDIT, { announcements: 'AUTHOR', shortcuts: true });

    const chosen = { ...DEFAULTS, language: 'AR', scheme: 'DARK', live: false };
    expect(preferences).toEqual({ ...chosen, announcements: 'AUTHOR', shortcuts: true });
    expect(await as(tendo).run(MINE)).toEqual({ viewer: { preferences } });
  });

  test('goes back to the language of the browser', async () => {
    const { tendo } = await cast();
    await as(tendo).send(EDIT, { language: 'FR' });

    const { preferences } = await as(tendo).send(EDIT, { language: null });

    expect(preferences).toEqual(DEFAULTS);
  });

  test('is told to nobody else, staff and admins included', async () => {
    const { tendo, hana, ada, meera } = await cast();
    await as(tendo).send(EDIT, { scheme: 'DARK' });

    for (const onlooker of [hana, ada, meera])
      expect(await as(onlooker).run(THEIRS, { handle: tendo.handle })).toEqual({
        person: { preferences: null },
      });
  });

  test('is heard on one’s own stream alone', async () => {
    const { tendo } = await cast();
    await as(tendo).send(EDIT, { scheme: 'DARK' });
    const { orm } = await hub();

    const told = await rows(
      orm.em.fork(),
      sql`select stream_id as stream, type from event where stream_id <> 'access'`,
    );
    expect(told).toEqual([{ stream: `person:${tendo.id}`, type: 'preferences.changed' }]);
  });
});
