import { Migration } from '@mikro-orm/migrations';

/** How a discussion is looked after: its answer, where it stands, how it ended, thanks, followers and reports. */
export class TalkInFull0002 extends Migration {
  override up(): void {
    this.addSql(`alter table "discussion"
      add column "closed_by_id" uuid null, add column "closing_note" text null, add column "closing_note_html" text null,
      add column "context" text null, add column "context_html" text null, add column "context_by_id" uuid null,
      add column "context_at" timestamptz null, add column "context_version" int not null default 0,
      add column "answer_number" int null, add column "answer_by_id" uuid null, add column "answer_at" timestamptz null`);
    this.addSql(
      `create index discussion_words on discussion using gin (to_tsvector('simple', title || ' ' || summary))`,
    );
    for (const column of ['closed_by_id', 'context_by_id', 'answer_by_id']) {
      this.addSql(`alter table "discussion" add constraint "discussion_${column}_foreign"
        foreign key ("${column}") references "person" ("id") on delete set null`);
    }
    this.addSql(`alter table "reply"
      add column "thanks_count" int not null default 0, add column "thanks_version" int not null default 0`);

    this.addSql(`create table "thanks" ("reply_id" uuid not null, "person_id" uuid not null,
      "at" timestamptz not null default now(), primary key ("reply_id", "person_id"))`);
    this.addSql(`create table "following" ("person_id" uuid not null, "discussion_id" uuid not null,
      "follows" boolean not null default true, "at" timestamptz not null default now(),
      "version" int not null default 1, primary key ("person_id", "discussion_id"))`);
    this.addSql('create index following_discussion on following (discussion_id) where follows');
    for (const [table, column, other] of [
      ['thanks', 'reply_id', 'reply'],
      ['thanks', 'person_id', 'person'],
      ['following', 'person_id', 'person'],
      ['following', 'discussion_id', 'discussion'],
    ] as const) {
      this.addSql(`alter table "${table}" add constraint "${table}_${column}_foreign"
        foreign key ("${column}") references "${other}" ("id") on update cascade on delete cascade`);
    }

    this
      .addSql(`create table "report" ("id" uuid not null, "reply_id" uuid not null, "reported_by_id" uuid not null,
      "reason" text not null, "note" text not null default '', "at" timestamptz not null, primary key ("id"))`);
    this.addSql(
      'alter table "report" add constraint "report_reply_id_reported_by_id_unique" unique ("reply_id", "reported_by_id")',
    );
    this.addSql(`alter table "report" add constraint "report_reason_check"
      check ("reason" in ('PATIENT_DATA', 'UNSAFE', 'UNKIND', 'ADVERTISING', 'OTHER'))`);
    for (const [column, other] of [
      ['reply_id', 'reply'],
      ['reported_by_id', 'person'],
    ] as const) {
      this.addSql(`alter table "report" add constraint "report_${column}_foreign"
        foreign key ("${column}") references "${other}" ("id")`);
    }
  }
}
