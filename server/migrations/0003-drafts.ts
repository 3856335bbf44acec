import { Migration } from '@mikro-orm/migrations';

/** What people have begun to write, and read marks that can be taken back: so they need a version. */
export class Drafts0003 extends Migration {
  override up(): void {
    this.addSql(
      'create table "draft" ("person_id" uuid not null, "place" text not null, "body" text not null, "version" int not null default 1, "updated_at" timestamptz not null default now(), primary key ("person_id", "place"))',
    );
    this.addSql(
      'alter table "draft" add constraint "draft_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade',
    );
    this.addSql('alter table "read_mark" add column "version" int not null default 1');
  }
}
