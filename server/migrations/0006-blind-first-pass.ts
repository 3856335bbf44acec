import { Migration } from '@mikro-orm/migrations';

/** Staff weigh matches before they know whose they are; an outcome says what shows it. */
export class BlindFirstPass0006 extends Migration {
  override up(): void {
    this.addSql('alter table "request" add column "blind_seed" uuid not null default gen_random_uuid()');
    this.addSql(
      'create table "reveal" ("request_id" uuid not null, "person_id" uuid not null, "at" timestamptz not null, primary key ("request_id", "person_id"))',
    );
    this.addSql(
      'alter table "reveal" add constraint "reveal_request_id_foreign" foreign key ("request_id") references "request" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      'alter table "reveal" add constraint "reveal_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade',
    );
    this.addSql('alter table "outcome" add column "evidence" text not null default \'\'');
  }
}
