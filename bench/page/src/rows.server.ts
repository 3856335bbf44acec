import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });

/** The rows of one statement for the thing, the reader and the number the address names. */
export async function rowsOf<Row extends pg.QueryResultRow>(
  text: string,
  { searchParams }: URL,
): Promise<Row[]> {
  const values = [searchParams.get('of'), searchParams.get('for'), Number(searchParams.get('first'))];
  return (await pool.query<Row>(text, values)).rows;
}
