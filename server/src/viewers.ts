import type { Head } from './platform/announce.ts';
import type { Database } from './platform/database.ts';
import { firstRow, sql } from './platform/sql.ts';
import type { SignIn } from './people/sign-in.ts';
import type { Viewer } from './people/viewer.ts';

const FRESH_MS = 1_000;
const MOST = 5_000;

/** Knows who holds a cookie. A look is kept for a second, and forgotten at once when the session ends. */
export class Viewers {
  readonly #kept = new Map<string, { until: number; viewer: Promise<Viewer | null> }>();
  readonly #unread = new Map<string, { until: number; count: Promise<number> }>();
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
    if (this.#kept.size >= MOST) this.#kept.clear();
    this.#kept.set(session, { until: now + FRESH_MS, viewer });
    viewer.catch(() => this.#kept.delete(session));
    return viewer;
  }

  /** How many things wait in the person's inbox; kept as briefly as the session. */
  unread(personId: string): Promise<number> {
    const now = Date.now();
    const kept = this.#unread.get(personId);
    if (kept && kept.until > now) return kept.count;
    const count = this.#countUnread(personId);
    if (this.#unread.size >= MOST) this.#unread.clear();
    this.#unread.set(personId, { until: now + FRESH_MS, count });
    return count;
  }

  /** Something happened: what waits for these people is counted anew, and who is who is asked again. */
  heard(heads: Head[]): void {
    for (const { stream } of heads) {
      if (stream.startsWith('person:')) this.#unread.delete(stream.slice('person:'.length));
      // A name or a right changed: everyone is looked at again, which is cheap and rare.
      if (stream === 'hub' || stream === 'access') this.#kept.clear();
    }
  }

  forget(): void {
    this.#unread.clear();
    this.#kept.clear();
  }

  /** The session and person behind an id that was once vouched for: still so? */
  async still(sessionId: string): Promise<boolean> {
    const row = await firstRow(
      this.#orm.em.fork(),
      sql`
      select 1 from session s join person p on p.id = s.user_id
      where s.id = ${sessionId} and s.expires_at > now() and p.suspended_at is null`,
    );
    return row !== null;
  }

  async #countUnread(personId: string): Promise<number> {
    const row = await firstRow<{ count: number }>(
      this.#orm.em.fork(),
      sql`
      select count(*)::int as count from notification where person_id = ${personId} and done_at is null`,
    );
    return row?.count ?? 0;
  }

  async #look(cookie: string): Promise<Viewer | null> {
    const found = await this.#signIn.api.getSession({ headers: new Headers({ cookie }) });
    if (!found) return null;
    return firstRow<Viewer>(
      this.#orm.em.fork(),
      sql`
      select id, handle, display_name as "displayName", role, verified_at is not null as "isVerified",
        time_zone as "timeZone", ${found.session.id} as "sessionId"
      from person where id = ${found.user.id} and suspended_at is null`,
    );
  }
}
