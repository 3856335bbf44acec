import { describe, expect, test } from 'vitest';
import { as, mutationOf } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { rows, sql } from '../platform/sql.ts';

const ADD = mutationOf('addStrand', 'strand { id slug name position version homeGroup { slug privacy } }');
const RENAME = mutationOf('renameStrand', 'strand { id slug name version homeGroup { slug name } }');
const ORDER = mutationOf('orderStrands', 'strands { slug position }');
const ARCHIVE = mutationOf('archiveStrand', 'strand { state homeGroup { state } }');
const STRAND = `query ($slug: String!) { strand(slug: $slug) { id slug name } group(slug: $slug) { slug homeOf } }`;
const STRANDS = '{ strands { slug } }';
const NOT_FOUND = { extensions: { code: 'NOT_FOUND' } };
const ethical = { name: 'Ethical workforce mobility', purpose: 'Fair ways to come and go.' };

async function hubEvents(): Promise<string[]> {
  const em = (await hub()).orm.em.fork();
  const found = await rows<{ type: string }>(
    em,
    sql`select type from event where stream_id = 'hub' order by seq`,
  );
  return found.map(({ type }) => type);
}

describe('adding a strand', () => {
  test('makes it last, with a home group everyone may join, and is heard', async () => {
    const { ada, tendo } = await cast();

    const { strand } = await as(ada).send(ADD, ethical);

    expect(strand).toMatchObject({
      slug: 'ethical-workforce-mobility',
      position: 2,
      homeGroup: { slug: 'ethical-workforce-mobility', privacy: 'OPEN' },
    });
    expect(await hubEvents()).toEqual(['group.changed', 'strand.changed']);
    const { feedSince } = await as(tendo).run(`{ feedSince(cursors: [{ stream: "hub", epoch: 1, seq: 0 }]) {
      ... on Batch { events { subject { ... on FeedStrand { name position } } } } } }`);
    expect(feedSince?.[0]?.events?.[1]).toMatchObject({ subject: { name: ethical.name, position: 2 } });
  });

  test('is for admins, with words', async () => {
    const { ada, hana } = await cast();

    await expect(as(hana).send(ADD, ethical)).rejects.toMatchObject(NOT_FOUND);
    expect((await as(ada).send(ADD, { name: '', purpose: ' ' })).problems).toMatchObject([
      { code: 'BLANK', field: 'name' },
      { code: 'BLANK', field: 'purpose' },
    ]);
  });
});

describe('renaming a strand', () => {
  test('keeps every old address, and gives one back when the name returns', async () => {
    const { ada, strand } = await cast();
    const to = (name: string, version: number) =>
      as(ada).send(RENAME, { strandId: strand.id, name, purpose: 'As before.', version });

    const { strand: renamed } = await to('Working together', 1);
    await to('Side by side', 2);

    expect(renamed).toMatchObject({
      slug: 'working-together',
      version: 2,
      homeGroup: { slug: 'working-together', name: 'Working together' },
    });
    for (const slug of ['technical-collaboration', 'working-together', 'side-by-side']) {
      expect(await as(null).run(STRAND, { slug })).toMatchObject({
        strand: { slug: 'side-by-side' },
        group: { slug: 'side-by-side', homeOf: 'side-by-side' },
      });
    }
    expect((await to('Technical collaboration', 3)).strand).toMatchObject({
      slug: 'technical-collaboration',
    });
    const { strand: added } = await as(ada).send(ADD, { ...ethical, name: 'Side by side' });
    expect(added).toMatchObject({ slug: 'side-by-side-2' });
  });

  test('written against an older version is refused', async () => {
    const { ada, hana, strand } = await cast();
    const input = { strandId: strand.id, ...ethical };
    await as(ada).send(RENAME, { ...input, version: 1 });

    expect((await as(ada).send(RENAME, { ...input, version: 1 })).problems).toMatchObject([
      { code: 'STALE' },
    ]);
    await expect(as(hana).send(RENAME, { ...input, version: 2 })).rejects.toMatchObject(NOT_FOUND);
    await expect(as(ada).send(RENAME, { ...input, strandId: 'no id', version: 2 })).rejects.toMatchObject(
      NOT_FOUND,
    );
  });
});

describe('ordering and archiving strands', () => {
  test('names every strand in use, once', async () => {
    const { ada, strand } = await cast();
    const { strand: other } = await as(ada).send(ADD, ethical);
    const order = async (strandIds: unknown[]) => as(ada).send(ORDER, { strandIds });

    expect((await order([other?.id])).problems).toMatchObject([{ code: 'STALE', field: 'strandIds' }]);
    expect((await order([other?.id, other?.id])).problems).toMatchObject([{ code: 'STALE' }]);
    expect((await order([other?.id, strand.id])).strands).toMatchObject([
      { slug: 'ethical-workforce-mobility', position: 1 },
      { slug: 'technical-collaboration', position: 2 },
    ]);
  });

  test('takes a strand out of the list but not from its readers', async () => {
    const { ada, tendo, strand } = await cast();

    const archived = await as(ada).send(ARCHIVE, { strandId: strand.id });
    const again = await as(ada).send(ARCHIVE, { strandId: strand.id });

    expect(archived.strand).toMatchObject({ state: 'ARCHIVED', homeGroup: { state: 'ARCHIVED' } });
    expect(again.problems).toMatchObject([{ code: 'ALREADY_DONE' }]);
    expect(await as(null).run(STRANDS)).toEqual({ strands: [] });
    expect(await as(tendo).run(STRAND, { slug: strand.slug })).toMatchObject({ strand: { id: strand.id } });
  });
});
