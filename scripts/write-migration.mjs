// Writes the first migration from the entities: `npm run migration`. Later ones are written by hand, forward only.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { openDatabase } from '../server/dist/src/platform/database.js';
import { entities } from '../server/dist/src/entities.js';

const orm = await openDatabase({ url: 'memory://', entities, migrations: [] });
const sql = await orm.schema.getCreateSchemaSQL({ wrap: false });
await orm.close();

const statements = sql
  .split(/;\s*\n/)
  .map((statement) => statement.trim().replace(/;$/, ''))
  .filter((statement) => statement && !/^set /i.test(statement));
const lines = statements.map((statement) => `    this.addSql(${JSON.stringify(statement)});`);
const path = fileURLToPath(new URL('../server/migrations/0001-the-house.ts', import.meta.url));
const text = `import { Migration } from '@mikro-orm/migrations';

/** Every table the house began with. */
export class TheHouse0001 extends Migration {
  override up(): void {
${lines.join('\n')}
  }
}
`;
writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
console.log(`${statements.length} statements written.`);
