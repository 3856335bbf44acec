import type { Slice } from '../platform/slice.ts';
import { PersonQueries } from './person.queries.ts';
import { Account, Person, RateLimit, Session, Verification } from './person.ts';

export const people: Slice = {
  name: 'people',
  entities: [Person, Session, Account, Verification, RateLimit],
  resolvers: [PersonQueries],
  subjects: [],
  audiences: [],
};
