import { Migration } from '@mikro-orm/migrations';

/** Old events are found without a scan when they are trimmed, and a choice of notifications has a version. */
export class FeedKept0020 extends Migration {
  override up(): void {
    this.addSql('create index "event_written" on "event" using brin ("at")');
    this.addSql('alter table "mail_settings" add column "version" int not null default 1');
  }
}
