import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { badInput } from './errors.ts';
import { isId } from './ids.ts';

const MOST = 100;

@ObjectType({ description: 'Where a page of a list stands in the whole.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'There is more after this page.' }) hasNextPage: boolean;
  @Field(() => Boolean, { description: 'There is something before this page.' }) hasPreviousPage: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first item.' }) startCursor:
    string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last item.' }) endCursor: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number = 20;

  @Field(() => String, { nullable: true, description: 'Go on after this cursor.' }) after?: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

export interface Connection<T> {
  edges: Edge<T>[];
  pageInfo: PageInfo;
  totalCount?: number;
}

/** The connection and edge types of a list that can grow. Build each once, at module level. */
export function connectionOf<T extends object>(
  node: ClassType<T>,
  name: string = node.name,
): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `A ${name} in a list.` })
  class EdgeType {
    @Field(() => String, { description: 'Its place in the list.' }) cursor: string;
    @Field(() => node, { description: 'The item.' }) node: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name} items.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'The items with their cursors.' }) edges: EdgeType[];
    @Field(() => PageInfo, { description: 'Where this page stands.' }) pageInfo: PageInfo;
  }
  return ConnectionType;
}

/** Refuses pages that are empty or too long. */
export function pageSize(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > MOST) badInput(`Ask for 1 to ${MOST} at a time.`);
  return first;
}

/** A cursor carries the sort values and the id, so a moved row never shifts the page. */
export function encodeCursor(...values: (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

export function decodeCursor(
  cursor: string | null | undefined,
  shape: ('string' | 'number')[],
): (string | number)[] | null {
  if (!cursor) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits =
      Array.isArray(values) &&
      values.length === shape.length &&
      values.every((v, i) => typeof v === shape[i] && (typeof v !== 'number' || isPlace(v)));
    if (fits) return values as (string | number)[];
  } catch {
    // Falls through to the refusal.
  }
  return badInput('This cursor is not one of ours.');
}

/** Makes a page from one row more than was asked for. */
export function pageOf<T>(
  rows: T[],
  first: number,
  cursorOf: (row: T) => string,
  hasPrevious: boolean,
): Connection<T> {
  const shown = rows.length > first ? rows.slice(0, first) : rows;
  const edges = shown.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: hasPrevious,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Numbers in cursors are places of rows, as large as the database counts them. */
function isPlace(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(\+00|Z)?$/;

/** A moment as the database writes it. */
export function isMoment(text: string): boolean {
  const [, day = ''] = TIMESTAMP.exec(text) ?? [];
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

/** A cursor of a moment and an id, checked, for lists in order of time. */
export function momentCursor(cursor: string | null | undefined): { at: string; id: string } | null {
  const values = decodeCursor(cursor, ['string', 'string']);
  if (!values) return null;
  const [at, id] = values as [string, string];
  return isMoment(at) && isId(id) ? { at, id } : badInput('This cursor is not one of ours.');
}
