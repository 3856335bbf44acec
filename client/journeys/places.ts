/** Who looks at a page. */
export const ROLES = ['guest', 'member', 'staff', 'admin'] as const;
export type Role = (typeof ROLES)[number];
/** By the name before the @ of the demo community. */
export const PEOPLE = { member: 'kofi', staff: 'imani', admin: 'ada' } as const;

/** What somebody meets: the page, the sign-in page, somewhere else, or no such page. */
export type Met = 'page' | 'sign-in' | 'away' | 404 | 403;

/** An example of a route, and what each role meets there. Admins are looked at where it differs from staff. */
export interface Place {
  path: string | ((example: Examples) => string);
  meets: Partial<Record<Role, Met>>;
}

/** Things of the demo community that the pages are about. */
export interface Examples {
  strand: string;
  group: string;
  /** One that is no strand's home, and open. */
  openGroup: string;
  person: string;
  discussion: string;
  /** A reply by the member, and one by somebody else. */
  ownReply: string;
  reply: string;
  openRequest: string;
  draft: string;
  staffRequest: string;
  closedRequest: string;
  /** One that staff asked for. */
  plan: string;
}

const everyone = { guest: 'page', member: 'page', staff: 'page' } as const;
const signedIn = { ...everyone, guest: 'sign-in' } as const;
const onlyStaff = { guest: 'sign-in', member: 404, staff: 'page' } as const;
const onlyAdmin = { guest: 'sign-in', member: 404, staff: 404, admin: 'page' } as const;
const onlyLead = { guest: 'sign-in', admin: 'page' } as const;
const onlyGuest = { guest: 'page', member: 'away', staff: 'away' } as const;

export const PLACES: Record<string, Place> = {
  '/': { path: '/', meets: everyone },
  '/about': { path: '/about', meets: everyone },
  '/accessibility': { path: '/accessibility', meets: everyone },
  '/account': { path: '/account', meets: signedIn },
  '/account/data': { path: '/account/data', meets: signedIn },
  '/account/data/leave': { path: '/account/data/leave', meets: signedIn },
  '/account/notifications': { path: '/account/notifications', meets: signedIn },
  '/account/preferences': { path: '/account/preferences', meets: signedIn },
  '/account/profile': { path: '/account/profile', meets: signedIn },
  '/account/profile/about': { path: '/account/profile/about', meets: signedIn },
  '/account/profile/availability': { path: '/account/profile/availability', meets: signedIn },
  '/account/profile/evidence': { path: '/account/profile/evidence', meets: signedIn },
  '/account/profile/evidence/file': { path: '/account/profile/evidence/file', meets: signedIn },
  '/account/profile/expertise': { path: '/account/profile/expertise', meets: signedIn },
  '/account/profile/languages': { path: '/account/profile/languages', meets: signedIn },
  '/account/profile/visibility': { path: '/account/profile/visibility', meets: signedIn },
  '/account/security': { path: '/account/security', meets: signedIn },
  '/account/security/second-step': { path: '/account/security/second-step', meets: signedIn },
  '/admin': { path: '/admin', meets: onlyAdmin },
  '/admin/analytics': { path: '/admin/analytics', meets: onlyStaff },
  '/admin/audit': { path: '/admin/audit', meets: onlyAdmin },
  '/admin/groups': { path: '/admin/groups', meets: onlyStaff },
  '/admin/fairness': { path: '/admin/fairness', meets: onlyStaff },
  '/admin/matching': { path: '/admin/matching', meets: onlyAdmin },
  '/admin/people': { path: '/admin/people', meets: onlyAdmin },
  '/admin/people/waiting': { path: '/admin/people/waiting', meets: onlyStaff },
  '/admin/reports': { path: '/admin/reports', meets: signedIn },
  '/admin/strands': { path: '/admin/strands', meets: onlyAdmin },
  '/admin/strands/[slug]': { path: ({ strand }) => `/admin/strands/${strand}`, meets: onlyAdmin },
  '/admin/strands/[slug]/archive': {
    path: ({ strand }) => `/admin/strands/${strand}/archive`,
    meets: onlyAdmin,
  },
  '/admin/strands/[slug]/merge': { path: ({ strand }) => `/admin/strands/${strand}/merge`, meets: onlyAdmin },
  '/admin/types': { path: '/admin/types', meets: onlyAdmin },
  // Nobody of the demo community was away for days, so there is nothing to come back to.
  '/away': { path: '/away', meets: { guest: 'sign-in', member: 'away', staff: 'away' } },
  '/code-of-conduct': { path: '/code-of-conduct', meets: everyone },
  '/cookies': { path: '/cookies', meets: everyone },
  '/developers': { path: '/developers', meets: everyone },
  '/developers/graphql': { path: '/developers/graphql', meets: signedIn },
  '/discussions/[id]/[[slug]]': { path: ({ discussion }) => `/discussions/${discussion}`, meets: everyone },
  '/discussions/[id]/manage': {
    path: ({ discussion }) => `/discussions/${discussion}/manage`,
    meets: signedIn,
  },
  '/forgotten-password': { path: '/forgotten-password', meets: everyone },
  '/groups/[slug]': { path: ({ openGroup }) => `/groups/${openGroup}`, meets: everyone },
  '/groups/[slug]/context': { path: ({ group }) => `/groups/${group}/context`, meets: onlyLead },
  '/groups/[slug]/edit': { path: ({ openGroup }) => `/groups/${openGroup}/edit`, meets: onlyLead },
  '/groups/[slug]/members': { path: ({ group }) => `/groups/${group}/members`, meets: signedIn },
  '/groups/[slug]/merge': { path: ({ openGroup }) => `/groups/${openGroup}/merge`, meets: onlyLead },
  '/groups/[slug]/new': { path: ({ group }) => `/groups/${group}/new`, meets: signedIn },
  '/groups/[slug]/split': { path: ({ openGroup }) => `/groups/${openGroup}/split`, meets: onlyLead },
  '/groups/new': { path: '/groups/new', meets: signedIn },
  '/help': { path: '/help', meets: everyone },
  '/inbox': { path: '/inbox', meets: signedIn },
  '/keyboard': { path: '/keyboard', meets: everyone },
  '/new-password': { path: '/new-password?token=none', meets: everyone },
  '/offline': { path: '/offline', meets: everyone },
  '/people': { path: '/people', meets: everyone },
  '/people/[handle]': { path: ({ person }) => `/people/${person}`, meets: { ...everyone, guest: 'sign-in' } },
  '/privacy': { path: '/privacy', meets: everyone },
  '/replies/[id]/edit': {
    path: ({ ownReply }) => `/replies/${ownReply}/edit`,
    meets: { guest: 'sign-in', member: 'page', staff: 403 },
  },
  '/replies/[id]/history': { path: ({ reply }) => `/replies/${reply}/history`, meets: signedIn },
  // Nothing was decided about it, so there is nothing to read.
  '/replies/[id]/ruling': {
    path: ({ reply }) => `/replies/${reply}/ruling`,
    meets: { guest: 'sign-in', member: 404, staff: 404 },
  },
  '/replies/[id]/report': { path: ({ reply }) => `/replies/${reply}/report`, meets: signedIn },
  '/requests': { path: '/requests', meets: everyone },
  '/requests/[id]': { path: ({ openRequest }) => `/requests/${openRequest}`, meets: everyone },
  '/requests/[id]/compare': {
    path: ({ staffRequest }) => `/requests/${staffRequest}/compare`,
    meets: onlyStaff,
  },
  '/requests/[id]/edit': { path: ({ draft }) => `/requests/${draft}/edit`, meets: onlyStaff },
  '/requests/[id]/edit/[part]': { path: ({ draft }) => `/requests/${draft}/edit/ask`, meets: onlyStaff },
  '/requests/[id]/edit/check': { path: ({ draft }) => `/requests/${draft}/edit/check`, meets: onlyStaff },
  '/requests/[id]/matches': {
    path: ({ staffRequest }) => `/requests/${staffRequest}/matches`,
    meets: onlyStaff,
  },
  '/requests/[id]/outcome': {
    path: ({ closedRequest }) => `/requests/${closedRequest}/outcome`,
    meets: everyone,
  },
  '/requests/plan': { path: '/requests/plan', meets: onlyStaff },
  '/requests/plan/[planId]': {
    path: ({ plan }) => `/requests/plan/${plan}`,
    meets: onlyStaff,
  },
  '/requests/[id]/respond': {
    path: ({ openRequest }) => `/requests/${openRequest}/respond`,
    meets: signedIn,
  },
  '/requests/[id]/responses': {
    path: ({ staffRequest }) => `/requests/${staffRequest}/responses`,
    meets: onlyStaff,
  },
  '/requests/new': { path: '/requests/new', meets: signedIn },
  '/responses': { path: '/responses', meets: signedIn },
  '/search': { path: '/search?q=training', meets: everyone },
  '/sign-in': { path: '/sign-in', meets: onlyGuest },
  '/sign-in/code': { path: '/sign-in/code', meets: onlyGuest },
  '/sign-in/link': { path: '/sign-in/link', meets: onlyGuest },
  '/sign-out': { path: '/sign-out', meets: { guest: 'away', member: 'page', staff: 'page' } },
  '/sign-up': { path: '/sign-up', meets: onlyGuest },
  '/sign-up/account': { path: '/sign-up/account', meets: onlyGuest },
  '/sign-up/conduct': { path: '/sign-up/conduct', meets: onlyGuest },
  '/sign-up/strands': { path: '/sign-up/strands', meets: onlyGuest },
  '/sign-up/waiting': { path: '/sign-up/waiting', meets: everyone },
  '/sign-up/visibility': { path: '/sign-up/visibility', meets: onlyGuest },
  '/staff': { path: '/staff', meets: onlyStaff },
  '/strands': { path: '/strands', meets: everyone },
  '/strands/[slug]': { path: ({ strand }) => `/strands/${strand}`, meets: everyone },
  '/terms': { path: '/terms?q=midwifery', meets: everyone },
  '/unsubscribe/[token]': { path: '/unsubscribe/none', meets: { guest: 404, member: 404, staff: 404 } },
};
