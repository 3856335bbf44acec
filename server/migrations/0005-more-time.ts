import { Migration } from '@mikro-orm/migrations';

/** Experts ask for more time to answer a request. */
export class MoreTime0005 extends Migration {
  override up(): void {
    this.addSql(
      'create table "more_time" ("id" uuid not null, "request_id" uuid not null, "person_id" uuid not null, "asked_at" timestamptz not null, "answered_at" timestamptz null, "is_given" boolean null, "version" int not null default 1, primary key ("id"))',
    );
    this.addSql('create index "more_time_person_id_index" on "more_time" ("person_id")');
    this.addSql(
      'alter table "more_time" add constraint "more_time_request_id_person_id_unique" unique ("request_id", "person_id")',
    );
    this.addSql(
      'alter table "more_time" add constraint "more_time_request_id_foreign" foreign key ("request_id") references "request" ("id")',
    );
    this.addSql(
      'alter table "more_time" add constraint "more_time_person_id_foreign" foreign key ("person_id") references "person" ("id")',
    );
  }
}
