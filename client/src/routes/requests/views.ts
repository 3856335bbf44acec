import type { RequestFilter } from '#lib/api/generated/operations.ts';
import type { Viewer } from '#lib/people/viewer.ts';
import { words as say } from '#lib/say/generated/requests.ts';

export type ViewName = 'me' | 'open' | 'mine' | 'past';

export interface ListView {
  name: ViewName;
  filter: RequestFilter;
  /** Which of the counts is how long it is. */
  count: 'forMe' | 'open' | 'mine' | 'past';
}

const OPEN: ListView = { name: 'open', filter: 'OPEN', count: 'open' };
const PAST: ListView = { name: 'past', filter: 'PAST', count: 'past' };
const FOR_ME: ListView = { name: 'me', filter: 'FOR_ME', count: 'forMe' };
const MINE: ListView = { name: 'mine', filter: 'MINE', count: 'mine' };

/** The lists a person has, the one they most likely want first. */
export function viewsFor(viewer: Viewer | null, mayPost: boolean): ListView[] {
  if (!viewer) return [OPEN, PAST];
  if (viewer.role !== 'MEMBER') return [MINE, OPEN, FOR_ME, PAST];
  return mayPost ? [FOR_ME, OPEN, MINE, PAST] : [FOR_ME, OPEN, PAST];
}

/** The view an address names, or the first. */
export function viewNamed(name: string | null, views: readonly ListView[]): ListView {
  return views.find((view) => view.name === name) ?? views[0] ?? OPEN;
}

export function viewText(name: ViewName): string {
  return { me: say.viewForMe, open: say.viewOpen, mine: say.viewMine, past: say.viewPast }[name]();
}
