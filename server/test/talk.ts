import { mutationOf } from './as.ts';

export const START = mutationOf(
  'startDiscussion',
  'discussion { id title lastNumber cursor { stream epoch seq } }',
);
export const POST = mutationOf('postReply', 'reply { id number html version author { displayName } }');
