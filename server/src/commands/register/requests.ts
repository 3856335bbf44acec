import type { EntityManager } from '../../platform/database.ts';
import { firstRow, rows, sql } from '../../platform/sql.ts';
import { insertAll, type Row } from '../scale/insert.ts';
import type { Register } from './import.ts';
import { idFor } from './lines.ts';
import { readRequest, type RequestLine } from './request-line.ts';

/** The requests of a register come in as drafts: dates and people who decide are given before they are published. */
export const requestRegister: Register<RequestLine> = {
  what: 'requests',
  read(value) {
    const { request, faults } = readRequest(value);
    return { item: request, faults };
  },
  async write(em, requests) {
    const { programmeId, ownerId } = await whoseRequests(em);
    const drafts = requests.map((request) => ({
      id: idFor('request', request.id),
      register_id: request.id,
      ...{ programme_id: programmeId, owner_id: ownerId, title: request.title, problem: request.text },
      ...{ desired_outcome: request.desiredOutcome, mode: request.mode, country: request.country },
      ...{ contribution_types: request.contributionTypes, effort_hours: request.effortHours },
      ...{ people_needed: request.peopleNeeded, needed_by: request.neededBy },
    }));
    await rows(
      em,
      sql`
      insert into request (id, register_id, programme_id, owner_id, title, summary, problem, desired_outcome, mode, country,
        contribution_types, effort_hours, people_needed, needed_by, time_zone)
      select id, register_id, programme_id, owner_id, title, left(problem, 280), problem, desired_outcome, mode, country,
        contribution_types, effort_hours, people_needed, needed_by, 'UTC'
      from jsonb_populate_recordset(null::request, ${JSON.stringify(drafts)}::jsonb)
      on conflict (id) do update set title = excluded.title, summary = excluded.summary, problem = excluded.problem,
        desired_outcome = excluded.desired_outcome, mode = excluded.mode, country = excluded.country,
        contribution_types = excluded.contribution_types, effort_hours = excluded.effort_hours,
        people_needed = excluded.people_needed, needed_by = excluded.needed_by, version = request.version + 1
      where request.state = 'DRAFT'`,
    );
    // What was published since is no longer the register's to change.
    const ids = drafts.map(({ id }) => id);
    const still = await rows<{ id: string }>(
      em,
      sql`select id from request where id = any(${ids}::uuid[]) and state = 'DRAFT'`,
    );
    const open = new Set(still.map(({ id }) => id));
    await rows(em, sql`delete from criterion where request_id = any(${[...open]}::uuid[])`);
    await insertAll(em, 'criterion', criteriaOf(requests, open));
  },
};

function* criteriaOf(requests: readonly RequestLine[], open: ReadonlySet<string>): Generator<Row> {
  for (const request of requests) {
    const requestId = idFor('request', request.id);
    if (!open.has(requestId)) continue;
    for (const [at, criterion] of request.criteria.entries())
      yield {
        id: idFor('criterion', `${request.id} ${at}`),
        request_id: requestId,
        position: at + 1,
        ...criterion,
      };
  }
}

const PROGRAMME = 'register';

/** The programme of what was brought in, owned by the first of those who run the hub, or by nobody who can sign in. */
async function whoseRequests(em: EntityManager): Promise<{ programmeId: string; ownerId: string }> {
  const keeper = idFor('keeper', PROGRAMME);
  await rows(
    em,
    sql`
    insert into person (id, display_name, email, handle, role, verified_at)
    select ${keeper}, 'Register', ${`${keeper}@register.invalid`}, 'register', 'STAFF', now()
    where not exists (select 1 from person where role <> 'MEMBER')
    on conflict do nothing`,
  );
  const owner = await firstRow<{ id: string }>(
    em,
    sql`select id from person where role <> 'MEMBER' and suspended_at is null
      order by role = 'ADMIN' desc, created_at, id limit 1`,
  );
  if (!owner) throw new Error('Nobody runs this hub yet; npm run hub -- setup makes the first admin.');
  await rows(
    em,
    sql`
    insert into programme (id, slug, name, purpose)
    values (${idFor('programme', PROGRAMME)}, ${PROGRAMME}, 'Register', 'Requests brought in from a register.')
    on conflict (slug) do nothing`,
  );
  const programme = await firstRow<{ id: string }>(
    em,
    sql`select id from programme where slug = ${PROGRAMME}`,
  );
  if (!programme) throw new Error('The programme of the register could not be made.');
  await rows(
    em,
    sql`insert into programme_staff (programme_id, person_id) values (${programme.id}, ${owner.id}) on conflict do nothing`,
  );
  return { programmeId: programme.id, ownerId: owner.id };
}
