import { Migration } from '@mikro-orm/migrations';

/** The weights of the score are set by admins. A set that ranked somebody is never changed: another follows it. */
export class Weights0021 extends Migration {
  override up(): void {
    this.addSql(
      'create table "matching_weights" ("version" int not null, "percents" jsonb not null, "by_id" uuid not null, "at" timestamptz not null, "reason" text not null, primary key ("version"))',
    );
    this.addSql(
      'alter table "matching_weights" add constraint "matching_weights_by_id_foreign" foreign key ("by_id") references "person" ("id")',
    );
    this.addSql(
      `create function matching_weights_stay() returns trigger language plpgsql as $$ begin raise exception 'Weights are only added to.'; end $$`,
    );
    this.addSql(
      'create trigger matching_weights_stay before update or delete on matching_weights for each row execute function matching_weights_stay()',
    );
  }
}
