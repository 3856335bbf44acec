import { Migration } from '@mikro-orm/migrations';

/** Evidence people add themselves and evidence the hub notes, beside what registers brought: until now there was only that. */
export class EvidenceOfOnesOwn0016 extends Migration {
  override up(): void {
    this.addSql(`alter table "evidence" add column "source" text not null default 'REGISTER'`);
    this.addSql(`alter table "evidence" alter column "source" set default 'OWN'`);
    this.addSql(
      `alter table "evidence" add constraint "evidence_source_check" check ("source" in ('OWN', 'REGISTER', 'HUB'))`,
    );
    this.addSql('alter table "evidence" add column "origin_id" uuid null');
    this.addSql('alter table "evidence" add constraint "evidence_origin_id_unique" unique ("origin_id")');
    this.addSql('alter table "evidence" add column "members_only" boolean not null default false');
  }
}
