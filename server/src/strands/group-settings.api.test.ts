import { describe, expect, test } from 'vitest';
import { as, mutationOf } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';

const RENAME = mutationOf('renameGroup', 'group { slug name }');
const PRIVACY = mutationOf('changePrivacy', 'group { privacy }');
const STATE = mutationOf('changeGroupState', 'group { state }');
const PROPOSE = mutationOf('proposeGroup', 'group { id slug }');
const APPROVE = mutationOf('approveGroup', 'group { id }');
const SETTINGS = `query ($slug: String!) { group(slug: $slug) { name privacy state settingsVersion } }`;

describe('settings that were opened by two', () => {
  test('are changed against what is there now: name, privacy and state share one version', async () => {
    const { kofi, advisers } = await cast();
    const at = (version: number) => ({ groupId: advisers.id, version });
    const rename = (version: number, name: string) =>
      as(kofi).send(RENAME, { ...at(version), name, purpose: 'Advice.' });
    const stale = [{ code: 'STALE', field: 'version' }];

    await rename(1, 'List advisers');
    expect((await rename(1, 'Advisers')).problems).toMatchObject(stale);
    const hide = (version: number) => as(kofi).send(PRIVACY, { ...at(version), privacy: 'CONFIDENTIAL' });
    expect((await hide(1)).problems).toMatchObject(stale);
    const rest = (version: number) => as(kofi).send(STATE, { ...at(version), state: 'DORMANT' });
    expect((await rest(1)).problems).toMatchObject(stale);

    expect(await as(kofi).run(SETTINGS, { slug: 'list-advisers' })).toEqual({
      group: { name: 'List advisers', privacy: 'PRIVATE', state: 'ACTIVE', settingsVersion: 2 },
    });
    expect((await hide(2)).problems).toBeUndefined();
    expect((await rest(3)).problems).toBeUndefined();
    expect((await rename(4, 'Advisers')).group).toMatchObject({ name: 'Advisers' });
  });

  test('are not refused because people came and talked meanwhile', async () => {
    const { meera, pemba, ada } = await cast();
    const { group } = await as(meera).send(PROPOSE, { name: 'Burns', purpose: 'To heal.', strandIds: [] });
    const { id, slug } = group as unknown as { id: string; slug: string };
    await as(ada).send(APPROVE, { groupId: id });
    await as(pemba).send(mutationOf('joinGroup', 'group { id }'), { groupId: id });
    const talk = { groupId: id, title: 'Dressings', body: 'Which?' };
    await as(pemba).send(mutationOf('startDiscussion', 'discussion { id }'), talk);

    expect(await as(meera).run(SETTINGS, { slug })).toMatchObject({ group: { settingsVersion: 2 } });
    expect(
      (await as(meera).send(RENAME, { groupId: id, version: 2, name: 'Burn care', purpose: 'To heal.' }))
        .group,
    ).toMatchObject({ name: 'Burn care' });
  });
});
