import { RequestState } from '../src/requests/request.states.ts';
import type { Actor } from './doors.ts';
import type { Scene } from './doors-scene.ts';
import { dayFromNow } from './requests.ts';
import { NO_INTERESTS } from './responses.ts';

type Send = [mutation: string, fields: string, input: (scene: Scene) => object];

/** A case beside those of the doors: what rights open and close, what is taken back, and what only then can be seen. */
interface Further {
  at: string;
  by: Actor | 'tendo';
  send: Send;
  first?: [by: Actor | 'tendo', ...Send][];
}

const { OPEN, PAUSED } = RequestState;
const YES = { answer: 'YES', text: 'I can show the ward team.', declaration: NO_INTERESTS };
const DISCUSSION = 'discussion { id }';
const GROUP = 'group { slug }';
const advisers = ({ advisers: { id } }: Scene) => ({ groupId: id });
const list = ({ list: { id } }: Scene) => ({ discussionId: id });

export const FURTHER: Further[] = [
  {
    at: 'somebody who waits',
    by: 'admin',
    send: ['verifyPerson', 'person { id }', ({ waiter }) => ({ personId: waiter.id, verified: true })],
  },
  {
    at: 'an open group',
    by: 'outsider',
    send: ['joinGroup', GROUP, ({ technical }) => ({ groupId: technical.id })],
  },
  {
    at: 'a private group, whose talk one then may not read',
    by: 'member',
    send: ['leaveGroup', GROUP, advisers],
  },
  {
    at: 'a private group, which then nobody else knows of',
    by: 'lead',
    send: [
      'changePrivacy',
      'group { privacy }',
      (scene) => ({ ...advisers(scene), version: 1, privacy: 'CONFIDENTIAL' }),
    ],
  },
  {
    at: 'a discussion read before',
    by: 'member',
    send: ['markUnread', DISCUSSION, (scene) => ({ ...list(scene), number: 1 })],
    first: [['member', 'markRead', DISCUSSION, (scene) => ({ ...list(scene), number: 2 })]],
  },
  {
    at: 'a question that is answered',
    by: 'lead',
    send: ['takeAnswerBack', DISCUSSION, ({ asked }) => ({ discussionId: asked.id })],
    first: [['lead', 'acceptAnswer', DISCUSSION, ({ answering }) => ({ replyId: answering.id })]],
  },
  {
    at: 'the answer of a question',
    by: 'member',
    send: ['removeReply', 'reply { number }', ({ answering }) => ({ replyId: answering.id })],
    first: [['lead', 'acceptAnswer', DISCUSSION, ({ answering }) => ({ replyId: answering.id })]],
  },
  {
    at: 'thanks that are taken back',
    by: 'lead',
    send: ['thankReply', 'reply { number }', ({ hers }) => ({ replyId: hers.id, thanks: false })],
    first: [['lead', 'thankReply', 'reply { number }', ({ hers }) => ({ replyId: hers.id })]],
  },
  {
    at: 'a reply in a group that somebody else looks after',
    by: 'tendo',
    send: ['reportReply', 'reply { number }', ({ hers }) => ({ replyId: hers.id, reason: 'UNSAFE' })],
    first: [
      ['lead', 'inviteMember', GROUP, (scene) => ({ ...advisers(scene), personId: scene.tendo.id })],
      ['tendo', 'joinGroup', GROUP, advisers],
    ],
  },
  {
    at: 'a request whose names were not shown',
    by: 'staff',
    send: ['revealMatches', 'request { state }', ({ requests }) => ({ requestId: requests(PAUSED).id })],
    first: [
      [
        'staff',
        'resumeRequest',
        'request { state }',
        ({ requests }) => ({ requestId: requests(PAUSED).id, version: 1 }),
      ],
      [
        'member',
        'respond',
        'response { state }',
        ({ requests }) => ({ ...YES, requestId: requests(PAUSED).id }),
      ],
    ],
  },
  {
    at: 'an open request, with a no',
    by: 'lead',
    send: [
      'respond',
      'response { state }',
      ({ requests }) => ({ requestId: requests(OPEN).id, answer: 'NO', declineReason: 'TIME' }),
    ],
  },
  {
    at: 'an open request, with a no and a rest that their own profile tells',
    by: 'lead',
    send: [
      'respond',
      'response { state }',
      ({ requests }) => ({ requestId: requests(OPEN).id, answer: 'NO', notBefore: dayFromNow(30) }),
    ],
  },
  {
    at: 'an invitation, which is seen by that',
    by: 'member',
    send: ['respond', 'response { state }', ({ requests }) => ({ ...YES, requestId: requests(OPEN).id })],
  },
  {
    at: 'an open request, whose staff then read nothing more of who answered',
    by: 'staff',
    send: [
      'declareConflict',
      'request { state }',
      ({ requests }) => ({ requestId: requests(OPEN).id, conflicted: true }),
    ],
  },
];
