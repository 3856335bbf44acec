import type { EntityManager } from './database.ts';
import type { HeadBoard } from './heads.ts';
import { backoff } from './hints.ts';
import { isId } from './ids.ts';
import { log } from './line-log.ts';
import { firstRow, rows, sql } from './sql.ts';

/** Whoever must know when rights move. */
export interface Concerned {
  /** Rights moved up to here. Resolves when what is written from now on goes by the new ones. */
  rightsMoved(moved: Moved, upTo: number): Promise<void>;
}

/** Whose rights moved, and of which things the readers changed. */
export interface Moved {
  people: ReadonlySet<string>;
  things: ReadonlySet<string>;
  /** It cannot be told: everybody is concerned. */
  isAnybody: boolean;
}

interface Look {
  head: number;
  found: number;
  subjects: string[] | null;
}

const LONGEST_WAIT_MS = 1_000;
const NO_EVENTS = 2 ** 31 - 1;

/** Reads `access`, the log of everybody's rights, once for this process, and tells those whom a change may concern. */
export class Rights {
  readonly #em: EntityManager;
  readonly #board: HeadBoard;
  readonly #concerned = new Set<Concerned>();
  #quiet: (() => void) | null = null;
  #seen: number | null = null;
  /** The log may have begun anew, below what was read: nothing that was read of it counts any more. */
  #startsOver = false;
  #looking: Promise<unknown> = Promise.resolve();
  #failures = 0;

  constructor(em: EntityManager, board: HeadBoard) {
    this.#em = em;
    this.#board = board;
  }

  /** How far `access` was read: every change up to here has been acted on. */
  get seen(): number {
    return this.#seen ?? 0;
  }

  /** Registers first and looks after, so that nothing falls between the two. */
  async add(one: Concerned): Promise<void> {
    this.#concerned.add(one);
    this.#quiet ??= this.#board.follow('access', (startsOver?: boolean) => this.#stir(startsOver));
    await this.upTo(0);
  }

  remove(one: Concerned): void {
    this.#concerned.delete(one);
    if (this.#concerned.size > 0) return;
    this.#quiet?.();
    this.#quiet = null;
    this.#seen = null;
  }

  /** Resolves when all changes up to this one have been acted on. */
  async upTo(head: number): Promise<void> {
    if (this.#isRead(head)) return;
    const look = this.#looking.then(() => this.#look(head));
    this.#looking = look.catch(() => {});
    await look;
  }

  async #look(head: number): Promise<void> {
    if (this.#concerned.size === 0 || this.#isRead(head)) return;
    const startsOver = this.#startsOver;
    const from = startsOver ? null : this.#seen;
    const look = await this.#read(from ?? NO_EVENTS);
    if (startsOver) await this.#tell({ people: new Set(), things: new Set(), isAnybody: true }, look.head);
    // What came before the first of us concerns nobody.
    if (from !== null && look.head > from)
      await this.#tell(await this.#moved(look, look.head - from), look.head);
    this.#seen = look.head;
    this.#startsOver = false;
    this.#failures = 0;
  }

  #isRead(head: number): boolean {
    return !this.#startsOver && this.#seen !== null && head <= this.#seen;
  }

  async #tell(moved: Moved, upTo: number): Promise<void> {
    await Promise.all([...this.#concerned].map((one) => one.rightsMoved(moved, upTo)));
  }

  /** What was trimmed away unread may have been about anybody. */
  async #moved({ subjects, found }: Look, expected: number): Promise<Moved> {
    const ids = (subjects ?? []).filter(isId);
    const known = await rows<{ id: string }>(
      this.#em.fork(),
      sql`select id from person where id = any(${ids}::uuid[])`,
    );
    const people = new Set(known.map(({ id }) => id));
    const things = new Set((subjects ?? []).filter((id) => !people.has(id)));
    return { people, things, isAnybody: found < expected };
  }

  async #read(from: number): Promise<Look> {
    const look = await firstRow<Look>(
      this.#em.fork(),
      sql`
      select s.head_seq as head, count(e.seq)::int as found, array_agg(distinct e.subject_id) as subjects
      from stream s left join event e on e.stream_id = s.id and e.seq > ${from} and e.seq <= s.head_seq
      where s.id = 'access' group by s.head_seq`,
    );
    return look ?? { head: 0, found: 0, subjects: null };
  }

  #stir(startsOver = false): void {
    this.#startsOver ||= startsOver;
    this.upTo(this.#board.headOf('access')).catch((error: unknown) => {
      const detail = error instanceof Error ? error : String(error);
      if (this.#failures === 0) log('warn', 'rights.unread', { detail });
      setTimeout(() => this.#stir(), Math.min(backoff(this.#failures++), LONGEST_WAIT_MS)).unref();
    });
  }
}
