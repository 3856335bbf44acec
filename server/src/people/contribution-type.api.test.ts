import { expect, test } from 'vitest';
import { as, mutationOf } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';

const ADD = mutationOf('addContributionType', 'contributionTypes { code name version }');
const EDIT = mutationOf('editContributionType', 'contributionTypes { code name version archivedAt }');

test('a kind of work that another admin changed meanwhile is not overwritten', async () => {
  const { ada } = await cast();
  await as(ada).send(ADD, { name: 'Translate' });
  const edit = (version: number, name: string, archived = false) =>
    as(ada).send(EDIT, { code: 'TRANSLATE', version, name, archived });
  const kinds = async () =>
    (await as(null).run('{ contributionTypes { code name version } }')).contributionTypes;

  expect((await edit(1, 'Interpret')).problems).toBeUndefined();
  expect((await edit(1, 'Translate', true)).problems).toMatchObject([{ code: 'STALE', field: 'version' }]);
  expect(await kinds()).toContainEqual({ code: 'TRANSLATE', name: 'Interpret', version: 2 });
  expect((await edit(2, 'Interpret', true)).problems).toBeUndefined();
});
