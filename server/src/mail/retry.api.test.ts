import { describe, expect, test } from 'vitest';
import { quiet } from '../platform/line-log.ts';
import { sql } from '../platform/sql.ts';
import { box, all, run, choose, talk, answer, toKofi } from '../../test/mails.ts';

describe('a mail that waits', () => {
  test('waits for the morning that ends a quiet night', async () => {
    const clock = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(11, 16);
    await choose(all.kofi, 'NOW', { quietFrom: clock(-60), quietTo: clock(60) });
    await answer(await talk());
    expect(await toKofi()).toEqual([]);
    await choose(all.kofi, 'NOW');
    await run(sql`update outgoing_mail set due_at = now()`);
    expect(await toKofi()).toHaveLength(1);
  });

  test('is tried again after a refusal, later each time, and given up in the end', async () => {
    const said = quiet();
    await answer(await talk());
    box.state.refuses = true;
    expect(await toKofi()).toEqual([]);
    const [waits] = await run(
      sql`select attempts, due_at > now() + interval '4 minutes' as later from outgoing_mail`,
    );
    expect(waits).toEqual({ attempts: 1, later: true });
    box.state.refuses = false;
    expect(await toKofi()).toEqual([]);
    await run(sql`update outgoing_mail set due_at = now()`);
    expect(await toKofi()).toHaveLength(1);

    await answer(await talk('Valves'));
    await run(sql`update outgoing_mail set attempts = 8 where settled_at is null`);
    box.state.refuses = true;
    await box.deliver();
    box.state.refuses = false;
    said.loud();
    expect(await run(sql`select settled_as from outgoing_mail where attempts = 9`)).toEqual([
      { settled_as: 'FAILED' },
    ]);
    expect(said.lines.join('')).not.toContain(all.kofi.email);
  });
});
