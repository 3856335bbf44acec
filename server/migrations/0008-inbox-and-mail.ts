import { Migration } from '@mikro-orm/migrations';

/** Triage of the inbox, what a person wants to hear and when, and the mails that wait to be sent. */
export class InboxAndMail0008 extends Migration {
  override up(): void {
    this.addSql('alter table "notification" add column "snoozed_until" timestamptz null');
    this.addSql(
      'create table "mute" ("person_id" uuid not null, "thing" text not null, "at" timestamptz not null default now(), primary key ("person_id", "thing"))',
    );
    this.addSql(
      'create table "topic_choice" ("person_id" uuid not null, "topic" text not null, "in_hub" boolean not null, "mail" text not null, primary key ("person_id", "topic"))',
    );
    this.addSql(
      "alter table \"topic_choice\" add constraint \"topic_choice_mail_check\" check (\"mail\" in ('NOW', 'DAILY', 'WEEKLY', 'NEVER'))",
    );
    this.addSql(
      'create table "mail_settings" ("person_id" uuid not null, "token" text not null, "quiet_from" text null, "quiet_to" text null, "is_paused" boolean not null default false, "paused_until" timestamptz null, "digested_daily" date null, "digested_weekly" date null, primary key ("person_id"))',
    );
    this.addSql('alter table "mail_settings" add constraint "mail_settings_token_unique" unique ("token")');
    this.addSql(
      'create table "outgoing_mail" ("id" uuid not null, "person_id" uuid not null, "notification_id" uuid null, "digest" text null, "due_at" timestamptz null, "attempts" int not null default 0, "at" timestamptz not null, "settled_at" timestamptz null, "settled_as" text null, primary key ("id"))',
    );
    this.addSql(
      'alter table "outgoing_mail" add constraint "outgoing_mail_notification_id_unique" unique ("notification_id")',
    );
    this.addSql(
      'alter table "outgoing_mail" add constraint "outgoing_mail_person_id_digest_unique" unique ("person_id", "digest")',
    );
    this.addSql(
      'alter table "outgoing_mail" add constraint "outgoing_mail_settled_as_check" check ("settled_as" in (\'SENT\', \'DROPPED\', \'FAILED\'))',
    );
    this.addSql(
      'create index outgoing_mail_due on outgoing_mail (due_at, id) where settled_at is null and due_at is not null',
    );
    this.addSql(
      'create index outgoing_mail_kept on outgoing_mail (person_id) where settled_at is null and due_at is null',
    );
    this.addSql(
      'create table "visit" ("person_id" uuid not null, "latest_at" timestamptz not null, "away_from" timestamptz null, "back_at" timestamptz null, primary key ("person_id"))',
    );
    for (const table of ['mute', 'topic_choice', 'mail_settings', 'outgoing_mail', 'visit'])
      this.addSql(
        `alter table "${table}" add constraint "${table}_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
      );
  }
}
