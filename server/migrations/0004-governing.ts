import { Migration } from '@mikro-orm/migrations';

/** The record of deeds; where a merged group went, what is pinned in one, and the order of a strand's groups. */
export class Governing0004 extends Migration {
  override up(): void {
    this.addSql(
      'create table "audit_entry" ("id" uuid not null, "at" timestamptz not null, "actor_id" uuid not null, "verb" text not null, "target" text not null, "before" jsonb null, "after" jsonb null, "reason" text null, primary key ("id"))',
    );
    this.addSql('create index audit_entry_latest on audit_entry (at desc, id desc)');
    this.addSql('create index audit_entry_by on audit_entry (actor_id, at desc, id desc)');
    this.addSql('create index audit_entry_about on audit_entry (target, at desc, id desc)');
    this.addSql(
      `create function audit_entry_stays() returns trigger language plpgsql as $$ begin raise exception 'The record of deeds is only added to.'; end $$`,
    );
    this.addSql(
      'create trigger audit_entry_stays before update or delete on audit_entry for each row execute function audit_entry_stays()',
    );

    this.addSql(
      `alter table "group" add column "successor_id" uuid null, add column "context" text not null default '', add column "context_html" text not null default '', add column "context_version" int not null default 0, add column "context_edited_at" timestamptz null, add column "context_edited_by_id" uuid null`,
    );
    this.addSql(
      'alter table "group" add constraint "group_successor_id_foreign" foreign key ("successor_id") references "group" ("id") on delete set null',
    );
    this.addSql('alter table "group_strand" add column "position" int not null default 0');
    this.addSql('alter table "contribution_kind" add column "archived_at" timestamptz null');
  }
}
