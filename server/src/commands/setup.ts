import { randomBytes } from 'node:crypto';
import { buildApp, type App } from '../app.ts';
import { fillContributionKinds } from '../people/contribution-kind.ts';
import { handleFrom, whyNotName } from '../people/names.ts';
import { Person, Role } from '../people/person.ts';
import type { Database } from '../platform/database.ts';
import { actAlone } from '../platform/own-act.ts';
import type { Settings } from '../platform/settings.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { StartupProblem } from '../platform/startup.ts';
import { withStore } from './with-store.ts';

export interface FirstAdmin {
  email: string;
  name: string;
}

/** Where whoever holds the link chooses a password. */
const PASSWORD_PAGE = '/new-password';
const LINK_MS = 24 * 60 * 60 * 1_000;
const ADDRESS = /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]{1,253}$/;

/** Makes the first admin of a hub that has none. Nobody can guess the link, and it works once. */
export async function setup(settings: Settings, admin: FirstAdmin): Promise<void> {
  const asked = checked(admin);
  await withStore(settings, async ({ orm }) => {
    const app = await buildApp(orm, { origin: settings.origin, secret: settings.secret });
    const { person, token } = await firstAdmin(app, asked);
    console.log(`${person.displayName} (${person.email}) is the admin of ${settings.name}.`);
    console.log('Choose the password here, within 24 hours. The address works once:\n');
    console.log(`  ${settings.origin}${PASSWORD_PAGE}?token=${token}\n`);
    await app.apollo.stop();
  });
}

function checked({ email, name }: FirstAdmin): FirstAdmin {
  const problem = whyNotName(name);
  if (problem) throw new StartupProblem(problem.message);
  if (!ADDRESS.test(email))
    throw new StartupProblem('--email must be one mail address, like you@example.org.');
  return { email: email.toLowerCase(), name: name.trim() };
}

/** The admin, and the token that lets them choose a password. */
export async function firstAdmin(app: App, admin: FirstAdmin): Promise<{ person: Person; token: string }> {
  await fillContributionKinds(app.orm.em.fork());
  const person = await makeAdmin(app.orm, admin);
  return { person, token: await passwordToken(app, person) };
}

/** An admin who never had a way to sign in may be made again: a link can be lost. */
function makeAdmin(orm: Database, { email, name }: FirstAdmin): Promise<Person> {
  return actAlone({ orm, committed: () => {} }, async (em) => {
    const other = await firstRow(
      em,
      sql`
      select 1 from person p where p.role = 'ADMIN' and (exists (select 1 from account a where a.user_id = p.id)
        or exists (select 1 from session s where s.user_id = p.id)) limit 1`,
    );
    if (other) throw new StartupProblem('This hub has an admin already; they can give the role to others.');

    const known = await em.findOne(Person, { email });
    const person = known ?? new Person(name, email, handleFrom(name));
    Object.assign(person, { role: Role.ADMIN, emailVerified: true, suspendedAt: null });
    em.persist(person);
    return person;
  });
}

/** The same token that a forgotten password gets, only longer lived. */
async function passwordToken({ signIn }: App, person: Person): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const { internalAdapter } = await signIn.$context;
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${token}`,
    value: person.id,
    expiresAt: new Date(Date.now() + LINK_MS),
  });
  return token;
}
