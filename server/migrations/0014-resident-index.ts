import { Migration } from '@mikro-orm/migrations';

/**
 * What matching reads of a person, packed, and who changed since. The database itself keeps account, so that no way of
 * writing a profile can forget to: whatever touches a table that matching reads unpacks the person and notes the change, in
 * the same transaction. A change is found by its transaction, because numbers are not given in the order of commits.
 */
export class ResidentIndex0014 extends Migration {
  override up(): void {
    this.addSql(
      'create table "packed_expert" ("person_id" uuid not null, "version" int not null default 1, "tokeniser" int not null default 0, "facts" text null, "terms" bytea null, primary key ("person_id"))',
    );
    this.addSql(
      'alter table "packed_expert" add constraint "packed_expert_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      'create table "index_change" ("seq" bigserial primary key, "person_id" uuid not null, "tx" xid8 not null default pg_current_xact_id(), "at" timestamptz not null default now())',
    );
    this.addSql('create index "index_change_tx_person_id_index" on "index_change" ("tx", "person_id")');
    this.addSql(`create function expert_changed(ids uuid[]) returns void language plpgsql as $$
      declare fresh uuid[];
      begin
        fresh := array(select distinct id from unnest(ids) as id where not exists (
          select 1 from index_change c where c.tx = pg_current_xact_id() and c.person_id = id));
        insert into packed_expert (person_id)
          select of.id from unnest(ids) as of(id) where exists (select 1 from person p where p.id = of.id)
          group by of.id order by of.id
        on conflict (person_id) do update set version = packed_expert.version + 1, facts = null, terms = null
          where packed_expert.facts is not null or packed_expert.person_id = any(fresh);
        insert into index_change (person_id) select unnest(fresh);
      end $$`);
    this.addSql(`create function expert_touched() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from touched) then
          perform expert_changed(array(select distinct person_id from touched));
        end if;
        return null;
      end $$`);
    this.addSql(`create function person_touched() returns trigger language plpgsql as $$
      begin
        perform expert_changed(array[old.id]);
        return null;
      end $$`);
    for (const table of READ)
      for (const [event, which] of EVENTS)
        this.addSql(`create trigger ${table}_${event}_is_matched after ${event} on ${table}
          referencing ${which} table as touched for each statement execute function expert_touched()`);
    this
      .addSql(`create trigger person_update_is_matched after update of display_name, suspended_at, verified_at on person
      for each row when (old.display_name is distinct from new.display_name or old.suspended_at is distinct from new.suspended_at
        or old.verified_at is distinct from new.verified_at) execute function person_touched()`);
    this.addSql(`create trigger person_delete_is_matched after delete on person
      for each row execute function person_touched()`);
    this.addSql('insert into packed_expert (person_id) select person_id from profile');
  }
}

const READ = [
  'profile',
  'expertise',
  'language_skill',
  'country_experience',
  'availability_window',
  'evidence',
] as const;

const EVENTS = [
  ['insert', 'new'],
  ['update', 'new'],
  ['delete', 'old'],
] as const;
