import { Migration } from '@mikro-orm/migrations';

/** Plans over several open requests: what was asked for, what it was made from, and who it proposes for what. */
export class Plans0018 extends Migration {
  override up(): void {
    this.addSql(
      `create table "plan" ("id" uuid not null, "by_id" uuid not null, "state" text not null, "at" timestamptz not null, "made_at" timestamptz null, "worked_at" timestamptz null, "done" int not null, "steps" int not null, "rules" jsonb not null, "snapshot" jsonb null, primary key ("id"))`,
    );
    this.addSql('create index "plan_by_id_at_index" on "plan" ("by_id", "at")');
    this.addSql(`create index plan_being_made on plan (at) where state = 'MAKING'`);
    this.addSql(
      'alter table "plan" add constraint "plan_by_id_foreign" foreign key ("by_id") references "person" ("id")',
    );
    this.addSql(
      `alter table "plan" add constraint "plan_state_check" check ("state" in ('MAKING', 'PROPOSED', 'FAILED', 'CANCELLED', 'DISCARDED'))`,
    );
    this.addSql(
      'create table "plan_request" ("plan_id" uuid not null, "request_id" uuid not null, "needed" int not null default 0, "empty" int not null default 0, "passed" int not null default 0, "list_score" double precision not null default 0, "plan_score" double precision not null default 0, primary key ("plan_id", "request_id"))',
    );
    this.addSql('create index "plan_request_request_id_index" on "plan_request" ("request_id")');
    this.addSql(
      'alter table "plan_request" add constraint "plan_request_plan_id_foreign" foreign key ("plan_id") references "plan" ("id") on delete cascade',
    );
    this.addSql(
      'alter table "plan_request" add constraint "plan_request_request_id_foreign" foreign key ("request_id") references "request" ("id")',
    );
    this.addSql(
      `create table "plan_seat" ("id" uuid not null, "plan_id" uuid not null, "request_id" uuid not null, "person_id" uuid not null, "rank" int not null, "band" text not null, "score" double precision not null, "state" text not null, "why_not" text null, "accepted_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql('create index "plan_seat_plan_id_request_id_index" on "plan_seat" ("plan_id", "request_id")');
    this.addSql('create index "plan_seat_person_id_index" on "plan_seat" ("person_id")');
    this.addSql(
      'alter table "plan_seat" add constraint "plan_seat_plan_id_foreign" foreign key ("plan_id") references "plan" ("id") on delete cascade',
    );
    this.addSql(
      'alter table "plan_seat" add constraint "plan_seat_request_id_foreign" foreign key ("request_id") references "request" ("id")',
    );
    this.addSql(
      'alter table "plan_seat" add constraint "plan_seat_person_id_foreign" foreign key ("person_id") references "person" ("id")',
    );
    this.addSql(
      `alter table "plan_seat" add constraint "plan_seat_band_check" check ("band" in ('STRONG', 'GOOD', 'POSSIBLE'))`,
    );
    this.addSql(
      `alter table "plan_seat" add constraint "plan_seat_state_check" check ("state" in ('PROPOSED', 'INVITED', 'REFUSED', 'PASSED_OVER'))`,
    );
  }
}
