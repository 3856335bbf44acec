import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { viewerId, type Context } from '../people/viewer.ts';
import type { InvitationRow } from './invitation.queries.ts';
import { Invitation } from './invitation.ts';
import { toldReason } from './kept-reason.ts';
import { Reason } from './reason.ts';

@Resolver(() => Invitation)
export class KeptReasonQueries {
  @FieldResolver(() => [Reason], {
    description: 'What spoke for them on that day: said to whoever was asked, or to staff about them.',
  })
  reasons(@Root() { reasons, person }: InvitationRow, @Ctx() context: Context): Reason[] {
    const voice = person !== null && person.id === viewerId(context) ? 'SELF' : 'STAFF';
    return reasons.map((kept) => toldReason(kept, voice));
  }
}
