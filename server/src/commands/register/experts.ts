import { packExperts } from '../../matching/packed-expert.ts';
import { EvidenceKind, EvidenceSource } from '../../people/evidence.ts';
import { writeEvidence, type EvidenceChange } from '../../people/evidence.writing.ts';
import type { EntityManager } from '../../platform/database.ts';
import { rows, sql } from '../../platform/sql.ts';
import { insertAll, type Row } from '../scale/insert.ts';
import { readExpert, type ExpertLine } from './expert-line.ts';
import type { Register } from './import.ts';
import { idFor } from './lines.ts';

/**
 * The people of a register. The operator vouches for them, so they count as verified and open to matching; without an
 * address of their own they cannot sign in. What the register says replaces what it said before.
 */
export const expertRegister: Register<ExpertLine> = {
  what: 'experts',
  read(value) {
    const { expert, faults, notes } = readExpert(value);
    return { item: expert, faults, notes };
  },
  async write(em, experts) {
    const named = experts.map((expert) => ({ ...expert, personId: idFor('expert', expert.id) }));
    await writePeople(em, named);
    await writeProfiles(em, named);
    const tables = new Map<string, (expert: ExpertLine) => readonly object[]>([
      ['expertise', ({ expertise }) => expertise],
      ['language_skill', ({ languages }) => languages],
      ['country_experience', ({ countryExperience }) => countryExperience],
      ['availability_window', ({ availability }) => availability],
    ]);
    const ids = named.map(({ personId }) => personId);
    for (const [table, itemsOf] of tables) {
      await rows(em, sql`delete from ${sql.table(table)} where person_id = any(${ids}::uuid[])`);
      await insertAll(em, table, ownedRows(table, named, itemsOf));
    }
    await writeEvidence(em, named.map(evidenceOf));
    await packExperts(em, ids);
  },
};

type Named = ExpertLine & { personId: string };

/** What they added themselves and what the hub noted stays as it is. */
function evidenceOf({ id, personId, evidence }: Named): EvidenceChange {
  const source = EvidenceSource.REGISTER;
  const put = evidence.map((item, at) => ({
    ...item,
    id: idFor('evidence', `${id} ${at}`),
    kind: EvidenceKind[item.kind],
    position: at + 1,
    source,
  }));
  return { personId, remove: { source }, put };
}

function* ownedRows(
  table: string,
  experts: readonly Named[],
  itemsOf: (expert: ExpertLine) => readonly object[],
): Generator<Row> {
  for (const expert of experts)
    for (const [at, item] of itemsOf(expert).entries())
      yield {
        id: idFor(table, `${expert.id} ${at}`),
        person_id: expert.personId,
        // Windows of time have no order but their own.
        ...(table === 'availability_window' ? {} : { position: at + 1 }),
        ...item,
      };
}

async function writePeople(em: EntityManager, experts: readonly Named[]): Promise<void> {
  const people = experts.map(({ id, name, personId }) => ({
    id: personId,
    register_id: id,
    display_name: name ?? `Expert ${id}`,
    email: `${personId}@register.invalid`,
    handle: `expert-${personId.slice(-12)}`,
  }));
  await rows(
    em,
    sql`
    insert into person (id, register_id, display_name, email, handle, role, verified_at)
    select id, register_id, display_name, email, handle, 'MEMBER', now()
    from jsonb_populate_recordset(null::person, ${JSON.stringify(people)}::jsonb)
    on conflict (id) do update set display_name = excluded.display_name, updated_at = now(), version = person.version + 1
    where person.display_name <> excluded.display_name`,
  );
}

async function writeProfiles(em: EntityManager, experts: readonly Named[]): Promise<void> {
  const profiles = experts.map((expert) => ({
    person_id: expert.personId,
    ...{
      headline: expert.headline,
      about: expert.about,
      profession: expert.profession,
      country: expert.country,
    },
    ...{ organisation: expert.organisation, regulator: expert.regulator, specialties: expert.specialties },
    ...{
      contribution_types: expert.contributionTypes,
      hours_a_month: expert.hoursAMonth,
      load_cap: expert.loadCap,
    },
    ...{ paused_until: expert.pausedUntil, registration_status: expert.regulator ? 'VERIFIED' : null },
  }));
  await rows(
    em,
    sql`
    insert into profile (person_id, headline, about, profession, country, organisation, regulator, specialties,
      contribution_types, hours_a_month, load_cap, paused_until, registration_status, open_to_matching, version)
    select person_id, headline, about, profession, country, organisation, regulator, specialties,
      contribution_types, hours_a_month, load_cap, paused_until, registration_status, true, 1
    from jsonb_populate_recordset(null::profile, ${JSON.stringify(profiles)}::jsonb)
    on conflict (person_id) do update set headline = excluded.headline, about = excluded.about,
      profession = excluded.profession, country = excluded.country, organisation = excluded.organisation,
      regulator = excluded.regulator, registration_status = excluded.registration_status, specialties = excluded.specialties,
      contribution_types = excluded.contribution_types, hours_a_month = excluded.hours_a_month,
      load_cap = excluded.load_cap, paused_until = excluded.paused_until, version = profile.version + 1`,
  );
}
