import { Migration } from '@mikro-orm/migrations';

/** How people want the hub. Nobody could choose the language the person's row held. */
export class TheAccount0007 extends Migration {
  override up(): void {
    this.addSql(
      'create table "preferences" ("person_id" uuid not null, "language" text null, "scheme" text not null default \'system\', "text_only" boolean not null default false, "announcements" text not null default \'count\', "shortcuts" boolean not null default false, "live" boolean not null default true, "version" int not null default 0, primary key ("person_id"))',
    );
    this.addSql(
      'alter table "preferences" add constraint "preferences_language_check" check ("language" in (\'en\', \'fr\', \'ar\'))',
    );
    this.addSql(
      'alter table "preferences" add constraint "preferences_scheme_check" check ("scheme" in (\'system\', \'light\', \'dark\'))',
    );
    this.addSql(
      'alter table "preferences" add constraint "preferences_announcements_check" check ("announcements" in (\'off\', \'count\', \'author\'))',
    );
    this.addSql(
      'alter table "preferences" add constraint "preferences_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade',
    );
    this.addSql('alter table "person" drop column "language"');
  }
}
