import { Migration } from '@mikro-orm/migrations';

/** What was learnt of everybody's words, kept so that all processes rank alike. */
export class IndexVersions0015 extends Migration {
  override up(): void {
    this.addSql(
      'create table "index_version" ("id" serial primary key, "made_at" timestamptz not null default now(), "people" int not null, "items" int not null, "requests" int not null, "scales" jsonb not null, "latent" bytea null)',
    );
  }
}
