import { Migration } from '@mikro-orm/migrations';

/** Where registration is by approval, an account waits for a yes, or is refused with a reason. */
export class AccountsMayBeRefused0013 extends Migration {
  override up(): void {
    this.addSql(
      'alter table "person" add column "refused_at" timestamptz null, add column "refused_because" text null',
    );
    this.addSql('create index person_waiting on person (waiting_since, id) where waiting_since is not null');
  }
}
