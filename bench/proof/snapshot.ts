import { ask, type Door } from './ask.ts';
import type { Cursor } from './line.ts';
import type { Place, Scene } from './scene.ts';

const CURSOR = 'query Cursor($id: ID!) { discussion(id: $id) { cursor { stream epoch seq } } }';

/** Where a fresh page of this discussion stands. */
export async function cursorAt(door: Door, cookie: string, discussionId: string): Promise<Cursor> {
  const { discussion } = await ask(door, cookie, CURSOR, { id: discussionId });
  return discussion?.['cursor'] as Cursor;
}

export function cursorsOf(door: Door, { people }: Scene, places: readonly Place[]): Promise<Cursor[]> {
  return Promise.all(
    places.map(({ discussionId }) => cursorAt(door, String(people[1]?.cookie), discussionId)),
  );
}
