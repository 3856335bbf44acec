import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import { HOLDINGS, type Holding } from './holdings.ts';

const AT_ONCE = 200;

interface Held {
  held: Record<string, unknown>;
  key: string;
}

/**
 * Everything that is held of a person, as one JSON text in pieces. Each piece is read when the one before was taken, so
 * that neither a long history nor a slow line fills the memory of the hub.
 */
export async function* everythingOf(
  em: EntityManager,
  personId: string,
  at: Date = new Date(),
): AsyncGenerator<string> {
  yield `{\n  "exportedAt": ${JSON.stringify(at.toISOString())}`;
  for (const holding of HOLDINGS) {
    yield `,\n  ${JSON.stringify(holding.name)}: [`;
    let separator = '\n    ';
    for await (const held of rowsOf(em, holding, personId)) {
      yield separator + JSON.stringify(held);
      separator = ',\n    ';
    }
    yield separator === '\n    ' ? ']' : '\n  ]';
  }
  yield '\n}\n';
}

async function* rowsOf(em: EntityManager, holding: Holding, personId: string) {
  const { table, theirs, key, without, along } = holding;
  const keyOf = sql`t.${sql.ref(key)}::text`;
  const with_ = along ? sql`|| ${along}` : sql``;
  let after = '';
  for (;;) {
    const found = await rows<Held>(
      em,
      sql`
      select (to_jsonb(t) - ${without}::text[]) ${with_} as held, ${keyOf} as key
      from ${sql.table(table)} t where ${theirs(personId)} and ${keyOf} > ${after}
      order by ${keyOf} limit ${AT_ONCE}`,
    );
    yield* found.map(({ held }) => held);
    const last = found.at(-1);
    if (!last || found.length < AT_ONCE) return;
    after = last.key;
  }
}
