import { forgetResident } from '../src/matching/resident.ts';
import { fillContributionKinds } from '../src/people/contribution-kind.ts';
import { Person, Role } from '../src/people/person.ts';
import { rows, sql } from '../src/platform/sql.ts';
import { Group, Privacy } from '../src/strands/group.ts';
import { Membership, MembershipRole, MembershipState } from '../src/strands/membership.ts';
import { Strand } from '../src/strands/strand.ts';
import { hub } from './hub.ts';

/**
 * The cast, the same few people everywhere. Tendo and Meera belong to the strand Technical collaboration, which
 * Kofi leads; Pemba belongs to nothing; Hana and Joss are staff; Ada runs the hub. Meera and Kofi are verified. Kofi and
 * Meera also belong to Country-list advisers, a private group; nobody but Kofi to Whistle, a confidential one.
 */
export async function cast() {
  const { orm } = await hub();
  const em = orm.em.fork();
  await emptyTables(em);
  await fillContributionKinds(em);

  const tendo = new Person('Tendo Balikuza', 'tendo@example.org', 'tendo-balikuza');
  const meera = new Person('Meera Vallathur', 'meera@example.org', 'meera-vallathur');
  const kofi = new Person('Kofi Merriweather', 'kofi@example.org', 'kofi-merriweather');
  const pemba = new Person('Pemba', 'pemba@example.org', 'pemba');
  const hana = Object.assign(new Person('Hana Weatherby', 'hana@example.org', 'hana-weatherby'), {
    role: Role.STAFF,
  });
  const joss = Object.assign(new Person('Joss Merrion', 'joss@example.org', 'joss-merrion'), {
    role: Role.STAFF,
  });
  const ada = Object.assign(new Person('Ada Kestrel', 'ada@example.org', 'ada-kestrel'), {
    role: Role.ADMIN,
  });
  for (const person of [meera, kofi]) person.verifiedAt = new Date('2026-01-05T09:00:00Z');

  const technical = new Group(
    'technical-collaboration',
    'Technical collaboration',
    'NHS skills for health systems, and theirs for ours.',
  );
  const advisers = new Group(
    'country-list-advisers',
    'Country-list advisers',
    'Advice on ethical recruitment lists.',
    Privacy.PRIVATE,
  );
  const whistle = new Group('whistle', 'Whistle', 'Known to its members alone.', Privacy.CONFIDENTIAL);
  const strand = new Strand(technical, 1);
  em.persist([tendo, meera, kofi, pemba, hana, joss, ada, technical, advisers, whistle, strand]);

  const join = (group: Group, person: Person, role = MembershipRole.MEMBER) => {
    group.memberCount += 1;
    em.persist(new Membership(group, person, MembershipState.ACTIVE, role));
  };
  join(technical, kofi, MembershipRole.LEAD);
  join(technical, tendo);
  join(technical, meera);
  join(advisers, kofi, MembershipRole.LEAD);
  join(advisers, meera);
  join(whistle, kofi, MembershipRole.LEAD);
  await em.flush();
  return { tendo, meera, kofi, pemba, hana, joss, ada, technical, advisers, whistle, strand };
}

export type Cast = Awaited<ReturnType<typeof cast>>;

/** The server's own stream stays: its numbers never go back, and the open sockets rely on that. */
async function emptyTables(em: Parameters<typeof rows>[0]): Promise<void> {
  const tables = await rows<{ name: string }>(
    em,
    sql`
    select quote_ident(tablename) as name from pg_tables
    where schemaname = 'public' and tablename not in ('mikro_orm_migrations', 'hub_state', 'stream', 'event')`,
  );
  // Many times cheaper than `truncate`, which makes a new file for every table, empty ones too.
  const streams = "delete from stream where id <> 'access'; delete from event where stream_id <> 'access';";
  const emptied = tables.map(({ name }) => `delete from ${name};`).join(' ') + streams;
  await rows(em, sql.raw(`do $$ begin set local session_replication_role = replica; ${emptied} end $$`));
  forgetResident(em);
}
