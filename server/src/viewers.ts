import { unreadOf } from './notifications/thing.rows.ts';
import { noteVisit } from './home/visit.ts';
import type { Head } from './platform/announce.ts';
import type { Database } from './platform/database.ts';
import { firstRow, rows, sql } from './platform/sql.ts';
import { actsAsStaff } from './people/acting.ts';
import type { SignIn } from './people/sign-in.ts';
import type { Viewer } from './people/viewer.ts';

const FRESH_MS = 1_000;
const MOST = 5_000;
const MOST_LOOKS = 5;
const NOTED_MS = 10 * 60_000;

/** Knows who holds a cookie. A look is kept for a second, and forgotten at once when the session ends. */
export class Viewers {
  readonly #kept = new Map<string, { until: number; viewer: Promise<Viewer | null> }>();
  readonly #sessions = new Map<string, string>();
  readonly #unread = new Map<string, { until: number; count: Promise<number> }>();
  readonly #noted = new Map<string, number>();
  #forgotten = 0;
  readonly #orm: Database;
  readonly #signIn: SignIn;

  constructor(orm: Database, signIn: SignIn) {
    this.#orm = orm;
    this.#signIn = signIn;
  }

  /** Whoever this cookie header belongs to, or null. */
  of(cookie: string | undefined): Promise<Viewer | null> {
    const session = cookie?.match(/(?:^|;\s*)(?:__Secure-)?hub\.session_token=([^;]+)/)?.[1];
    if (!session || !cookie) return Promise.resolve(null);
    const now = Date.now();
    const kept = this.#kept.get(session);
    if (kept && kept.until > now) return kept.viewer;
    const viewer = this.#look(cookie);
    if (this.#kept.size >= MOST) this.#clear();
    this.#kept.set(session, { until: now + FRESH_MS, viewer });
    viewer.then(
      (found) => void (found && this.#sessions.set(found.id, session)),
      () => this.#kept.delete(session),
    );
    return viewer;
  }

  /** The same for who will stay: if sessions ended or rights moved while we looked, we look again. */
  async toStay(cookie: string | undefined): Promise<Viewer | null> {
    for (let look = 0; look < MOST_LOOKS; look++) {
      const before = this.#forgotten;
      const viewer = await this.of(cookie);
      if (before === this.#forgotten) return viewer;
    }
    throw new Error('Who is who changed all the time.');
  }

  /** How many things wait in the person's inbox; kept as briefly as the session. */
  unread(personId: string): Promise<number> {
    const now = Date.now();
    const kept = this.#unread.get(personId);
    if (kept && kept.until > now) return kept.count;
    const count = unreadOf(this.#orm.em.fork(), personId);
    if (this.#unread.size >= MOST) this.#unread.clear();
    this.#unread.set(personId, { until: now + FRESH_MS, count });
    return count;
  }

  /** Something happened: what waits for these people is counted anew, and who is who is asked again. */
  heard(heads: Head[]): void {
    for (const { stream } of heads) {
      if (stream.startsWith('person:')) this.#forgetPerson(stream.slice('person:'.length));
      // A name or a right changed: everyone is looked at again, which is cheap and rare.
      if (stream === 'hub' || stream === 'access') this.#clear();
    }
  }

  forget(): void {
    this.#forgotten += 1;
    this.#unread.clear();
    this.#clear();
  }

  #clear(): void {
    this.#kept.clear();
    this.#sessions.clear();
  }

  /** What they chose shows on their very next page; on another device within the second. */
  #forgetPerson(id: string): void {
    this.#unread.delete(id);
    const session = this.#sessions.get(id);
    if (session) this.#kept.delete(session);
  }

  /** Those of these sessions that were once vouched for and still are, and for how many milliseconds they will be. */
  async stillAmong(sessionIds: string[]): Promise<Map<string, number>> {
    const found = await rows<{ id: string; left: number }>(
      this.#orm.em.fork(),
      sql`
      select s.id, (extract(epoch from s.expires_at - now()) * 1000)::float8 as left from session s join person p on p.id = s.user_id
      where s.id = any(${sessionIds}::uuid[]) and s.expires_at > now() and p.suspended_at is null and p.waiting_since is null`,
    );
    return new Map(found.map(({ id, left }) => [id, left]));
  }

  async #look(cookie: string): Promise<Viewer | null> {
    const found = await this.#signIn.api.getSession({ headers: new Headers({ cookie }) });
    if (!found) return null;
    this.#note(found.user.id);
    const acts = actsAsStaff('person');
    return firstRow<Viewer>(
      this.#orm.em.fork(),
      sql`
      select id, handle, display_name as "displayName", case when ${acts} then role else 'MEMBER' end as role,
        role <> 'MEMBER' and not ${acts} as "needsSecondStep", verified_at is not null as "isVerified",
        time_zone as "timeZone", language, coalesce(scheme, 'system') as scheme,
        ${found.session.id} as "sessionId"
      from person left join preferences on person_id = id where id = ${found.user.id} and suspended_at is null
        and waiting_since is null`,
    );
  }

  /** That the person is here, every few minutes; nobody waits for it. */
  #note(personId: string): void {
    const now = Date.now();
    if ((this.#noted.get(personId) ?? 0) > now - NOTED_MS) return;
    if (this.#noted.size >= MOST) this.#noted.clear();
    this.#noted.set(personId, now);
    noteVisit(this.#orm.em.fork(), personId).catch(() => this.#noted.delete(personId));
  }
}
