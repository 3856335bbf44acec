import { Migration } from '@mikro-orm/migrations';

/** Every list of matches that staff are shown, for 12 months. It points at nothing, so that noting it waits for nobody. */
export class ListsShown0025 extends Migration {
  override up(): void {
    this.addSql(
      'create table "match_list_shown" ("id" uuid not null, "request_id" uuid not null, "by_id" uuid not null, "at" timestamptz not null default now(), "rules_version" text not null, "index_version" text not null, "weights_version" int not null, "ranks" jsonb not null, "digest" text not null, primary key ("id"))',
    );
    this.addSql(
      'alter table "match_list_shown" add constraint "match_list_shown_by_id_request_id_digest_unique" unique ("by_id", "request_id", "digest")',
    );
    this.addSql('create index "match_list_shown_at_index" on "match_list_shown" ("at")');
  }
}
