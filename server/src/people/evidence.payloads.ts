import { Ctx, Field, Int, ObjectType } from 'type-graphql';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected } from '../platform/results.ts';
import { Evidence, type EvidenceFacts } from './evidence.ts';
import { openEvidence } from './evidence.policy.ts';
import { openPerson } from './person.policy.ts';
import type { ProfileRow } from './profile.rows.ts';
import { Profile } from './profile.ts';
import type { Context } from './viewer.ts';

@ObjectType()
abstract class EvidencePayload<Names extends string = never> extends Payload<'person' | Names> {
  @Field(() => Profile, { description: 'The profile as it now stands.' })
  profile(@Ctx() context: Context): Promise<ProfileRow> {
    return openPerson(context, this.ids.person);
  }
}

@keptPayload
@ObjectType({ description: 'The piece of evidence, added.' })
export class AddEvidencePayload extends EvidencePayload<'evidence'> {
  @Field(() => Evidence, { nullable: true, description: 'What was added; null when it has gone since.' })
  evidence(@Ctx() context: Context): Promise<EvidenceFacts | null> {
    return openEvidence(context, this.ids.evidence);
  }
}
export const AddEvidenceResult = orRejected(AddEvidencePayload);

@keptPayload
@ObjectType({ description: 'The piece of evidence, written.' })
export class EditEvidencePayload extends EvidencePayload<'evidence'> {
  @Field(() => Evidence, { nullable: true, description: 'As it stands; null when it has gone since.' })
  evidence(@Ctx() context: Context): Promise<EvidenceFacts | null> {
    return openEvidence(context, this.ids.evidence);
  }
}
export const EditEvidenceResult = orRejected(EditEvidencePayload);

@keptPayload
@ObjectType({ description: 'The piece of evidence, taken out.' })
export class RemoveEvidencePayload extends EvidencePayload {}
export const RemoveEvidenceResult = orRejected(RemoveEvidencePayload);

@keptPayload
@ObjectType({ description: 'The good lines of a file, added.' })
export class AddEvidenceFilePayload extends EvidencePayload<'added'> {
  @Field(() => Int, { description: 'How many were added.' })
  added(): number {
    return Number(this.ids.added);
  }
}
export const AddEvidenceFileResult = orRejected(AddEvidenceFilePayload);
