import { AvailabilityWindow } from '../src/people/availability-window.ts';
import { CountryExperience } from '../src/people/country-experience.ts';
import { Expertise, ExpertiseLevel } from '../src/people/expertise.ts';
import { Person } from '../src/people/person.ts';
import { Profile } from '../src/people/profile.ts';
import type { Cast } from './cast.ts';
import { hub } from './hub.ts';
import { dayFromNow } from './requests.ts';

/** Gives somebody a profile that passes the gates of a request about oxygen plants, and the words given. */
export async function asExpert(
  who: Person,
  facts: Partial<Profile> & { evidence?: string } = {},
): Promise<void> {
  const em = (await hub()).orm.em.fork();
  const person = await em.findOneOrFail(Person, { id: who.id });
  const { evidence = 'Kept oxygen plants running through three rainy seasons.', ...profile } = facts;
  em.persist(
    Object.assign(new Profile(person), {
      about: 'I keep oxygen plants running.',
      contributionTypes: ['ADVISE', 'REVIEW'],
      hoursAMonth: 10,
      loadCap: 1,
      openToMatching: true,
      ...profile,
    }),
  );
  em.persist(
    new Expertise(person, 1, {
      name: 'Oxygen systems',
      level: ExpertiseLevel.EXPERIENCED,
      years: 9,
      lastUsed: new Date().getUTCFullYear(),
      evidence,
    }),
  );
  em.persist(new AvailabilityWindow(person, { from: dayFromNow(-1), to: dayFromNow(120) }));
  await em.flush();
}

/** Meera, who also worked in Sierra Leone, and Kofi are verified and know oxygen plants; Tendo does, but is not verified. */
export async function oxygenExperts(all: Cast): Promise<void> {
  await asExpert(all.meera);
  await asExpert(all.kofi, { loadCap: 2 });
  await asExpert(all.tendo);
  const em = (await hub()).orm.em.fork();
  const meera = await em.findOneOrFail(Person, { id: all.meera.id });
  em.persist(
    new CountryExperience(meera, 1, { country: 'SL', role: 'Engineer', months: 24, lastYear: 2025 }),
  );
  await em.flush();
}

/** So many verified people more, who are in no group and offer nothing yet. */
export async function morePeople(count: number): Promise<Person[]> {
  const em = (await hub()).orm.em.fork();
  const people = Array.from(
    { length: count },
    (_, n) => new Person(`Extra ${n}`, `extra-${n}@example.org`, `extra-${n}`),
  );
  for (const person of people) person.verifiedAt = new Date();
  em.persist(people);
  await em.flush();
  return people;
}
