import { getNamedType, isLeafType, isObjectType, isUnionType, type GraphQLObjectType } from 'graphql';
import type { Person } from '../src/people/person.ts';
import { as } from './as.ts';
import { hub } from './hub.ts';

export interface At {
  stream: string;
  epoch: number;
  seq: number;
}

/** One event as a page hears it, with every field its subject has. */
export interface News {
  stream: string;
  seq: number;
  type: string;
  subjectId: string;
  subjectVersion: number;
  subject: { __typename: string } & Record<string, unknown>;
}

interface Item {
  __typename: string;
  stream: string;
  fromSeq: number;
  toSeq: number;
  events: News[];
  successor: string | null;
}

export interface Heard {
  news: News[];
  closed: string[];
  /** Streams that went on in another one. */
  merged: { stream: string; successor: string | null }[];
}

/** Reads the feed after these cursors as this person may now, until nothing more comes. */
export async function hear(person: Person, from: At[]): Promise<Heard> {
  const heard: Heard = { news: [], closed: [], merged: [] };
  const query = await everyField();
  let cursors = from;
  for (let round = 0; cursors.length > 0 && round < 50; round++) {
    const { feedSince } = await as(person).run(query, { cursors });
    const items = feedSince as unknown as Item[];
    for (const item of items) {
      if (item.__typename === 'Batch') {
        const cursor = cursors.find(({ stream }) => stream === item.stream);
        if (cursor?.seq !== item.fromSeq) throw new Error(`${item.stream} has a hole.`);
        cursors = cursors.map((at) => (at === cursor ? { ...at, seq: item.toSeq } : at));
        heard.news.push(...item.events.map((event) => ({ ...event, stream: item.stream, ...plain(event) })));
      }
      if (item.__typename === 'AccessChanged') heard.closed.push(item.stream);
      if (item.__typename === 'Reset') heard.merged.push(item);
      if (item.__typename === 'AccessChanged' || item.__typename === 'Reset')
        cursors = cursors.filter(({ stream }) => stream !== item.stream);
    }
    if (items.some(({ __typename }) => __typename === 'CaughtUp')) return heard;
  }
  return heard;
}

/** Fields carry their type’s name on the wire, because two types may give one name to different things. */
function plain({ subject }: News): Pick<News, 'subject'> {
  const own = `${subject.__typename}_`;
  const fields = Object.entries(subject).map(([name, value]) => [name.replace(own, ''), value]);
  return { subject: Object.fromEntries(fields) as News['subject'] };
}

let asked: Promise<string> | null = null;

function everyField(): Promise<string> {
  asked ??= hub().then(({ schema }) => {
    const union = schema.getType('FeedSubject');
    if (!isUnionType(union)) throw new Error('The schema has no FeedSubject.');
    const subjects = union
      .getTypes()
      .map((type) => `... on ${type.name} { ${fieldsOf(type, `${type.name}_`)} }`);
    return `query ($cursors: [CursorInput!]!) { feedSince(cursors: $cursors) { __typename
      ... on Batch { stream fromSeq toSeq events { seq type subjectId subjectVersion subject { __typename ${subjects.join(' ')} } } }
      ... on AccessChanged { stream } ... on Reset { stream reason successor } } }`;
  });
  return asked;
}

function fieldsOf(type: GraphQLObjectType, before = ''): string {
  return Object.values(type.getFields())
    .map((field) => {
      const named = getNamedType(field.type);
      const alias = before ? `${before}${field.name}: ` : '';
      if (isLeafType(named)) return `${alias}${field.name}`;
      return isObjectType(named) ? `${alias}${field.name} { ${fieldsOf(named)} }` : '';
    })
    .join(' ');
}
