import { hashPassword } from 'better-auth/crypto';
import { Account, Person, Role } from '../people/person.ts';
import type { EntityManager } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import type { DemoDays } from './days.ts';
import { keepProfile } from './profiles.ts';
import type { DemoPerson } from './shape.ts';
import experts from './experts.json' with { type: 'json' };
import staff from './staff.json' with { type: 'json' };

/** What every account of the demo is opened with. */
export const DEMO_PASSWORD = 'taskforce-demo';

export const demoPeople = [...experts, ...staff] as unknown as DemoPerson[];

/** The people of the demo by their keys. */
export type Cast = ReadonlyMap<string, Person>;

export async function seedPeople(em: EntityManager, days: DemoDays): Promise<Cast> {
  const password = await hashPassword(DEMO_PASSWORD);
  const cast = new Map<string, Person>();
  for (const [at, known] of demoPeople.entries()) {
    const person = new Person(known.displayName, known.email, known.handle);
    person.role = known.role ?? Role.MEMBER;
    person.timeZone = known.timeZone;
    person.emailVerified = true;
    person.createdAt = days.past(-60 - at);
    if (known.verified) person.verifiedAt = days.past(-58 - at);
    cast.set(known.key, person);
    em.persist([person, accountOf(person, password)]);
    keepProfile(em, person, known.profile, days);
  }
  return cast;
}

/** Whom a key of the files names. */
export function named(cast: Cast, key: string): Person {
  const person = cast.get(key);
  if (!person) throw new Error(`The demo names nobody “${key}”.`);
  return person;
}

function accountOf(person: Person, password: string): Account {
  return Object.assign(new Account(), {
    id: newId(),
    accountId: person.id,
    userId: person.id,
    providerId: 'credential',
    password,
    createdAt: person.createdAt,
    updatedAt: person.createdAt,
  });
}
