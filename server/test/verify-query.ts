/** Everything that the pages show of what may change, as one person sees it. */
export const EVERYTHING = `
query Everything($places: [String!]!) {
  hubCursor { ...At } personCursor { ...At } moderationCursor { ...At }
  viewer { id profile { version } preferences { language scheme shortcuts live textOnly announcements } }
  account { email sessions { id } }
  strands { ...OfStrand } rested: strands(archived: true) { ...OfStrand }
  groups(first: 100) { ...OfGroups } archived: groups(first: 100, archived: true) { ...OfGroups }
  proposed: groups(first: 100, proposed: true) { ...OfGroups }
  people(first: 100) { edges { node { ...OfPerson } } }
  discussions(first: 100) { edges { node { ...OfDiscussion } } }
  requests(first: 100) { ...OfRequests } past: requests(first: 100, filter: PAST) { ...OfRequests }
  own: requests(first: 100, filter: MINE) { ...OfRequests }
  inbox(first: 100) { edges { node { ...OfNews } } } done: inbox(first: 100, filter: DONE) { edges { node { ...OfNews } } }
  unreadInbox inboxCounts { needsReply updates snoozed muted }
  updates: inboxThings(first: 100, tab: UPDATES) { edges { node { id unread } } }
  muted: inboxThings(first: 100, tab: MUTED) { edges { node { id unread } } }
  notificationChoices { isPaused quietFrom quietTo timeZone topics { topic inHub mail } }
  drafts(places: $places) { place body version }
  myResponses(first: 100) { edges { node { ...OfResponse } } }
}
fragment At on Cursor { stream epoch seq }
fragment OfPerson on Person { id handle displayName role isVerified }
fragment OfStrand on Strand { id slug name purpose position state version homeGroup { ...OfGroup } }
fragment OfGroups on GroupConnection { edges { node { ...OfGroup } } }
fragment OfGroup on Group {
  id slug name purpose privacy state version memberCount discussionCount membershipState membershipRole
  context { html text version } leads { id } strands { id } viewerCan { join leave post lead approve } cursor { ...At }
  active: members(first: 100) { ...OfMembers } asked: members(first: 100, state: REQUESTED) { ...OfMembers }
  invited: members(first: 100, state: INVITED) { ...OfMembers }
}
fragment OfMembers on GroupMemberConnection { edges { node { person { id } state role } } }
fragment OfDiscussion on Discussion {
  id title kind lastNumber latestAt version group { id } startedBy { id } context { html at by { id } } contextVersion
  answer { number at by { id } } closedAt closing { html by { id } } readTo unreadCount viewerFollows
  viewerCan { accept close move rename reopen reply writeContext }
  replies(first: 100) { edges { node { ...OfReply } } }
}
fragment OfReply on Reply {
  id number author { id } html inReplyTo lang postedAt editedAt removedAt version thanksCount thanksVersion viewerThanked
  body revisions { version html } viewerCan { accept edit remove report thank }
}
fragment OfRequests on RequestConnection { edges { node { ...OfRequest } } }
fragment OfRequest on Request {
  id number title summary state sensitivity programme { id } strands { id } contributionTypes mode country effortHours
  peopleNeeded timeZone closesAt questionsCloseAt neededBy openedAt version stateReason problem desiredOutcome
  alreadyTried expenses cursor { ...At } staffCursor { ...At }
  criteria { id says importance } moves { from to reason } outcome { result changedWhat } lacks { code }
  questions { id body answer answeredAt askedAt version } responseCounts { state count } deciders { id } moreTimeAsked
  myResponse { id state } myMoreTime { id isGiven } mayAskForMoreTime
  viewerCan { answer ask assess cancel close closeResponses decide edit invite markUnfilled pause publish recordOutcome
    reopen respond resume returnToOwner seeMatches submit }
  responses(first: 100) { edges { node { ...OfResponse } } }
}
fragment OfResponse on Response {
  id state version answer text feedback declineReason withdrawReason person { id } invitation { id } request { id }
  declaration { assessment } engagement { hours agreedAt completedAt } criteria { criterionId }
  viewerCan { acceptOffer assess complete declineOffer edit notSelect offer shortlist withdraw }
}
fragment OfNews on Notification { id kind says href at readAt doneAt snoozedUntil }`;
