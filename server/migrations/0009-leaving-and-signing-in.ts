import { Migration } from '@mikro-orm/migrations';

/** A second step at sign-in, the agreement to the code of conduct, waiting to be let in, and leaving for good. */
export class LeavingAndSigningIn0009 extends Migration {
  override up(): void {
    this.addSql(
      'alter table "person" add column "two_factor_enabled" boolean not null default false, add column "agreed_at" timestamptz null, add column "waiting_since" timestamptz null, add column "left_at" timestamptz null',
    );
    this.addSql(
      'create table "two_factor" ("id" uuid not null, "user_id" uuid not null, "secret" text not null, "backup_codes" text not null, "verified" boolean not null default true, "failed_verification_count" int not null default 0, "locked_until" timestamptz null, primary key ("id"))',
    );
    // The sign-in library reserves some of them under ids of its own making.
    this.addSql('alter table "verification" alter column "id" type text');
    this.addSql('create index "two_factor_user_id_index" on "two_factor" ("user_id")');
  }
}
