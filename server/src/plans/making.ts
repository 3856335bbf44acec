import { RULES_VERSION } from '../matching/rank.ts';
import { today } from '../matching/ranking.ts';
import type { Database } from '../platform/database.ts';
import { log } from '../platform/line-log.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import { prepare } from './assignment.input.ts';
import { keepPlan } from './keep.ts';
import type { PlanRule } from './plan-rule.ts';
import { solveAside } from './solve-aside.ts';

const BEAT_MS = 500;

interface Due {
  id: string;
  rules: PlanRule[];
  requestIds: string[];
}

/** Makes the plans that were asked for and that nobody is at work on. Safe to run in several processes at once. */
export async function makeDuePlans({ orm }: { orm: Database }): Promise<number> {
  for (let made = 0; ; made++) {
    const due = await claim(orm);
    if (!due) return made;
    await make(orm, due);
  }
}

/** A plan whose process said nothing for a minute has lost it, and is begun again. */
async function claim(orm: Database): Promise<Due | null> {
  const em = orm.em.fork();
  const [due] = await rows<Due>(
    em,
    sql`
    update plan set worked_at = now(), done = 0 where id = (
      select id from plan where state = 'MAKING' and (worked_at is null or worked_at < now() - interval '1 minute')
      order by at limit 1 for update skip locked)
    returning id, rules, (select coalesce(json_agg(pr.request_id), '[]') from plan_request pr where pr.plan_id = plan.id) as "requestIds"`,
  );
  return due ?? null;
}

async function make(orm: Database, { id, rules, requestIds }: Due): Promise<void> {
  const beat = new Beat(orm, id);
  const day = today();
  try {
    const em = orm.em.fork();
    const prepared = await prepare(em, requestIds, rules, {
      today: day,
      ranked: (requests) => beat.reached(requests),
    });
    const solved = await solveAside(prepared.work, beat.signal);
    const from = { day, rulesVersion: RULES_VERSION };
    await keepPlan(orm, id, prepared, solved, rules, from);
  } catch (error) {
    if (beat.signal.aborted) return;
    log('error', 'plan', { operation: 'makePlan', detail: error instanceof Error ? error : String(error) });
    await rows(
      orm.em.fork(),
      sql`update plan set state = 'FAILED', worked_at = null where id = ${id} and state = 'MAKING'`,
    );
  } finally {
    beat.stop();
  }
}

/** Says now and then that the plan is being worked on, and hears whether it is still wanted. */
class Beat {
  readonly #stopped = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #done = 0;
  #yieldedAt = Date.now();

  constructor(
    private readonly orm: Database,
    private readonly id: string,
  ) {
    this.#timer = setInterval(() => void this.#say(), BEAT_MS);
    this.#timer.unref();
  }

  get signal(): AbortSignal {
    return this.#stopped.signal;
  }

  /** Lets others have the processor, and throws when the plan is not wanted any more. */
  async reached(done: number): Promise<void> {
    this.#done = done;
    if (Date.now() - this.#yieldedAt >= BEAT_MS) await this.#say();
    await new Promise((resolve) => setImmediate(resolve));
    this.signal.throwIfAborted();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #say(): Promise<void> {
    this.#yieldedAt = Date.now();
    const wanted = await firstRow(
      this.orm.em.fork(),
      sql`update plan set worked_at = now(), done = ${this.#done} where id = ${this.id} and state = 'MAKING' returning id`,
    ).catch(() => true);
    if (!wanted) this.#stopped.abort();
  }
}
