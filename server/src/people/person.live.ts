import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { FeedSubjectKind } from '../platform/feed.ts';
import { rows, sql } from '../platform/sql.ts';
import { Role } from './person.ts';

/** A person as anybody in a stream may see them: no field depends on who is looking. */
@ObjectType({ description: 'A person, as far as everyone who reads the stream may know them.' })
export class FeedPerson {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => String, { description: 'Their name in addresses.' }) handle: string;
  @Field(() => String, { description: 'The name they go by.' }) displayName: string;
  @Field(() => Role, { description: 'What they are to the hub.' }) role: Role;
  @Field(() => Boolean, { description: 'Staff checked who they are.' }) isVerified: boolean;
}

@ObjectType({ description: 'A profile of one’s own changed: a page that shows it is out of date.' })
export class FeedProfile {
  @Field(() => ID, { description: 'Whose it is.' }) personId: string;
  @Field(() => Int, { description: 'Rises with every change.' }) version: number;
}

@ObjectType({ description: 'How one wants the hub was chosen anew: a page made before looks otherwise.' })
export class FeedPreferences {
  @Field(() => ID, { description: 'Whose they are.' }) personId: string;
  @Field(() => Int, { description: 'Rises with every change.' }) version: number;
}

@ObjectType({ description: 'A device of one’s own, and whether it was signed out.' })
export class FeedSession {
  @Field(() => ID, { description: 'Its session.' }) id: string;
  @Field(() => Boolean, { description: 'It was.' }) hasEnded: boolean;
}

/** Only a person's own stream carries it; of a session that has ended nothing is kept. */
export const sessionSubject: FeedSubjectKind = {
  kind: 'session',
  type: FeedSession,
  async load(em, stream, ids) {
    const found = await rows<FeedSession>(
      em,
      sql`
      select asked.id, not exists (select 1 from session s where s.id::text = asked.id) as "hasEnded"
      from unnest(${ids}::text[]) as asked (id) where ${stream} like 'person:%'`,
    );
    return new Map(found.map((row) => [row.id, row]));
  },
};

/** Somebody suspended is gone from the hub until they are let back, and who waits is not there yet. */
export const personSubject: FeedSubjectKind = {
  kind: 'person',
  type: FeedPerson,
  async load(em, stream, ids) {
    const found = await rows<FeedPerson>(
      em,
      sql`
      select p.id, p.handle, p.display_name as "displayName", p.role, p.verified_at is not null as "isVerified"
      from person p where p.id = any(${ids}::uuid[]) and p.suspended_at is null
        and p.waiting_since is null and ${stream} = 'hub'`,
    );
    return new Map(found.map((row) => [row.id, row]));
  },
};

export const profileSubject: FeedSubjectKind = {
  kind: 'profile',
  type: FeedProfile,
  async load(em, stream, ids) {
    const found = await rows<FeedProfile>(
      em,
      sql`
      select r.person_id as "personId", r.version from profile r
      where r.person_id = any(${ids}::uuid[]) and 'person:' || r.person_id = ${stream}`,
    );
    return new Map(found.map((row) => [row.personId, row]));
  },
};

export const preferencesSubject: FeedSubjectKind = {
  kind: 'preferences',
  type: FeedPreferences,
  async load(em, stream, ids) {
    const found = await rows<FeedPreferences>(
      em,
      sql`
      select person_id as "personId", version from preferences
      where person_id = any(${ids}::uuid[]) and 'person:' || person_id = ${stream}`,
    );
    return new Map(found.map((row) => [row.personId, row]));
  },
};
