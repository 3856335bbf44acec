import { PaletteGroups } from '#lib/api/generated/operations.ts';
import { groupPath } from '#lib/groups/paths.ts';
import { send } from '#lib/live/send.ts';
import { words as common } from '#lib/say/generated/common.ts';
import { words as say } from '#lib/say/generated/keys.ts';

/** Somewhere to go, or something to do on this page. */
export interface Place {
  text: string;
  href: string;
}

export interface Asker {
  role: string;
  handle: string;
}

export function placesOf(viewer: Asker | null): Place[] {
  const staff = viewer !== null && viewer.role !== 'MEMBER';
  return [
    { text: common.navHome(), href: '/' },
    { text: common.navStrands(), href: '/strands' },
    { text: common.navRequests(), href: '/requests' },
    { text: common.navPeople(), href: '/people' },
    ...(viewer ? ownPlaces(viewer) : [{ text: common.signIn(), href: '/sign-in' }]),
    ...(staff ? [{ text: common.staffTools(), href: '/staff' }] : []),
    ...(viewer?.role === 'ADMIN' ? [{ text: common.admin(), href: '/admin' }] : []),
    { text: common.footerHelp(), href: '/help' },
  ];
}

function ownPlaces({ handle }: Asker): Place[] {
  return [
    { text: common.inbox(), href: '/inbox' },
    { text: say.yourResponses(), href: '/responses' },
    { text: say.yourProfile(), href: `/people/${handle}` },
    { text: say.yourAccount(), href: '/account' },
  ];
}

/** What can be done on the page that is open. */
export function actionsHere(): Place[] {
  const has = (selector: string) => document.querySelector(selector) !== null;
  return [
    ...(has('.hub-composer') ? [{ text: say.actReply(), href: '#reply' }] : []),
    ...(has('#unread') ? [{ text: say.actNextUnread(), href: '#unread' }] : []),
    { text: say.keysTitle(), href: '/keyboard' },
  ];
}

export async function groupsOf(viewer: Asker | null): Promise<Place[]> {
  const answer = viewer && (await send(PaletteGroups, {}));
  if (answer?.kind !== 'data') return [];
  return answer.data.groups.edges.map(({ node }) => ({ text: node.name, href: groupPath(node) }));
}

/** Those whose name holds every word typed, whatever its accents. */
export function named(places: readonly Place[], typed: string): Place[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return places.filter(({ text }) => words.every((word) => plain(text).includes(word)));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
