import { Migration } from '@mikro-orm/migrations';

/** What came of reports: who decided what about the reply, and the reason its author is told. */
export class ReportsAreSettled0012 extends Migration {
  override up(): void {
    this.addSql(
      `create table "ruling" ("id" uuid not null, "reply_id" uuid not null, "by_id" uuid not null, "verdict" text not null, "reason" text not null default '', "at" timestamptz not null, primary key ("id"))`,
    );
    this.addSql('create index "ruling_reply_id_index" on "ruling" ("reply_id")');
    this.addSql('create index ruling_latest on ruling (at desc, id desc)');
    this.addSql(
      `alter table "ruling" add constraint "ruling_verdict_check" check ("verdict" in ('KEPT', 'WARNED', 'REMOVED'))`,
    );
    for (const [column, table] of [
      ['reply_id', 'reply'],
      ['by_id', 'person'],
    ])
      this.addSql(`alter table "ruling" add constraint "ruling_${column}_foreign"
        foreign key ("${column}") references "${table}" ("id") on update cascade on delete cascade`);
    this.addSql('alter table "report" add column "ruling_id" uuid null');
    this.addSql('create index "report_ruling_id_index" on "report" ("ruling_id")');
    this.addSql('create index report_waiting on report (reply_id, at) where ruling_id is null');
    this.addSql(`alter table "report" add constraint "report_ruling_id_foreign"
      foreign key ("ruling_id") references "ruling" ("id") on update cascade on delete set null`);
  }
}
