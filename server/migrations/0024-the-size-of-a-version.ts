import { Migration } from '@mikro-orm/migrations';

/** A version of the index also keeps how much was said when it was made, so that newcomers do not move others. */
export class TheSizeOfAVersion0024 extends Migration {
  override up(): void {
    this.addSql('alter table "index_version" add column "held" int null');
  }
}
