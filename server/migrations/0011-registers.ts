import { Migration } from '@mikro-orm/migrations';

/** What people did, in words, and the ids that people and requests have in the registers they were brought from. */
export class Registers0011 extends Migration {
  override up(): void {
    this.addSql(
      'create table "evidence" ("id" uuid not null, "person_id" uuid not null, "position" int not null, "kind" text not null, "title" text not null, "body" text not null, "day" date null, primary key ("id"))',
    );
    this.addSql('create index "evidence_person_id_position_index" on "evidence" ("person_id", "position")');
    this.addSql(
      'alter table "evidence" add constraint "evidence_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      `alter table "evidence" add constraint "evidence_kind_check" check ("kind" in ('CONTRIBUTION', 'ROLE', 'PROJECT', 'PUBLICATION', 'TEACHING', 'SKILLS', 'OUTCOME'))`,
    );
    this.addSql('alter table "person" add column "register_id" text null');
    this.addSql('alter table "person" add constraint "person_register_id_unique" unique ("register_id")');
    this.addSql('alter table "request" add column "register_id" text null');
    this.addSql('alter table "request" add constraint "request_register_id_unique" unique ("register_id")');
  }
}
