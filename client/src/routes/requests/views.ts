import type { RequestFilter } from '#lib/api/generated/operations.ts';
import type { Viewer } from '#lib/people/viewer.ts';

export interface ListView {
  name: 'me' | 'open' | 'mine' | 'past';
  filter: RequestFilter;
  text: string;
  /** What an empty list says. */
  nothing: string;
}

const OPEN: ListView = {
  name: 'open',
  filter: 'OPEN',
  text: 'Open',
  nothing: 'No request is open just now.',
};
const PAST: ListView = { name: 'past', filter: 'PAST', text: 'Past', nothing: 'No request has ended yet.' };
const FOR_ME: ListView = {
  name: 'me',
  filter: 'FOR_ME',
  text: 'For me',
  nothing: 'No open request fits your profile just now.',
};
const MINE: ListView = {
  name: 'mine',
  filter: 'MINE',
  text: 'Mine',
  nothing: 'You have no requests of your own and no drafts.',
};

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
