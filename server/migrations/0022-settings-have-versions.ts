import { Migration } from '@mikro-orm/migrations';

/** What several people may change at once has a version, so that nobody overwrites what they have not seen. */
export class SettingsHaveVersions0022 extends Migration {
  override up(): void {
    this.addSql('alter table "group" add column "settings_version" int not null default 1');
    this.addSql('alter table "discussion" add column "name_version" int not null default 1');
    this.addSql('alter table "contribution_kind" add column "version" int not null default 1');
  }
}
