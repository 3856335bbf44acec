import { randomUUID } from 'node:crypto';
import type { Person } from '../src/people/person.ts';
import { DEFAULT_PREFERENCES } from '../src/people/preferences.ts';
import type { Viewer } from '../src/people/viewer.ts';
import { hub } from './hub.ts';

/** What a query answered: read it with the shape the test expects. */
export type Data = Record<string, Nested>;
export interface Nested {
  [key: string]: Nested;
}

export class Refused extends Error {
  readonly extensions: { code?: string };

  constructor({ message, extensions }: { message: string; extensions?: { code?: string } }) {
    super(message);
    this.extensions = extensions ?? {};
  }
}

/** Speaks GraphQL as this person, or as a visitor. An error of the answer is thrown. */
export function as(person: Person | null) {
  return {
    async run(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
      const app = await hub();
      const { body } = await app.apollo.executeOperation(
        { query, variables },
        { contextValue: app.contextFor(person && viewerOf(person)) },
      );
      if (body.kind !== 'single') throw new Error('Answers come in one piece.');
      const [error] = body.singleResult.errors ?? [];
      if (error) throw new Refused(error as { message: string; extensions?: { code?: string } });
      return body.singleResult.data as Data;
    },

    /** Runs the one mutation of the document with this input and a fresh id. */
    async send(query: string, input: Record<string, unknown>): Promise<Nested> {
      const data = await this.run(query, { input: { clientMutationId: randomUUID(), ...input } });
      const [answer] = Object.values(data);
      if (!answer) throw new Error('The mutation answered nothing.');
      return answer;
    },
  };
}

export function viewerOf(person: Person): Viewer {
  const { id, handle, displayName, role, timeZone, verifiedAt } = person;
  const { language, scheme } = DEFAULT_PREFERENCES;
  const isVerified = verifiedAt !== null;
  return {
    id,
    handle,
    displayName,
    role,
    timeZone,
    isVerified,
    language,
    scheme,
    needsSecondStep: false,
    sessionId: 'test',
  };
}

/** The problems of a Rejected answer, in every mutation document of the tests. */
export const PROBLEMS = '... on Rejected { problems { code field message } }';

/** The document of a mutation: what it shows when it goes well, or its problems. */
export function mutationOf(name: string, shows: string): string {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  return `mutation ($input: ${type}Input!) { ${name}(input: $input) { ... on ${type}Payload { ${shows} } ${PROBLEMS} } }`;
}
