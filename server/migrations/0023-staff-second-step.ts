import { Migration } from '@mikro-orm/migrations';

/** Whether staff need a second step is asked in the same statement as what they may see. */
export class StaffSecondStep0023 extends Migration {
  override up(): void {
    this.addSql('alter table "hub_state" add column "staff_second_step" boolean not null default false');
  }
}
