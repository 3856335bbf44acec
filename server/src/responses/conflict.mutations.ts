import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { rightsChanged } from '../people/person.events.ts';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { announce } from '../platform/announce.ts';
import { Uuid } from '../platform/ids.ts';
import { ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/responses.ts';
import { tellOfDeciders } from '../requests/request.events.ts';
import { lockRequest, type RequestRow } from '../requests/request.policy.ts';
import { requestStaffStream } from '../requests/request.ts';
import { StaffConflict } from '../requests/staff-conflict.ts';
import { DeclareConflictPayload, DeclareConflictResult } from './request.payloads.ts';
import { cleanNote } from './words.ts';

@InputType({ description: 'Whether staff should not decide on a request.' })
export class DeclareConflictInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => Boolean, { description: 'True: an interest stands in the way. False: it no longer does.' })
  conflicted!: boolean;
  @Field(() => String, { defaultValue: '', description: 'Which interest, up to 500 characters.' })
  note!: string;
}

@Resolver()
export class ConflictMutations {
  @Mutation(() => DeclareConflictResult, {
    description:
      'Staff say of themselves that they should not decide on a request. From then on they see no responses.',
  })
  async declareConflict(
    @Arg('input', () => DeclareConflictInput, { description: 'Whether.' }) input: DeclareConflictInput,
    @Ctx() context: Context,
  ): Promise<DeclareConflictPayload | Rejected> {
    const viewer = signedIn(context);
    const { em } = context;
    const { row, request } = await lockRequest(context, input.requestId);
    const note = cleanNote(input.note, 'note');
    const problems = problemsOf(whyNotDeclareConflict(row), note.problem);
    if (problems.length > 0) return reject(...problems);
    if (row.hasConflict === input.conflicted) return new DeclareConflictPayload({ request: request.id });

    const person = em.getReference(Person, viewer.id);
    const before = await em.findOne(StaffConflict, { request: request.id, person: viewer.id });
    const conflict = before ?? new StaffConflict(request, person, note.text);
    if (input.conflicted) conflict.declare(note.text);
    else conflict.end();
    em.persist(conflict);
    tellOfDeciders(em, request);
    const payload = { stream: requestStaffStream(request.id) };
    announce(em, { stream: 'access', kind: rightsChanged, subjectId: viewer.id, subjectVersion: 1, payload });
    return new DeclareConflictPayload({ request: request.id });
  }
}

/** Only those who would decide have a conflict to declare. */
function whyNotDeclareConflict(row: RequestRow): Problem | null {
  return row.isProgrammeStaff ? null : { code: ProblemCode.NOT_ALLOWED, message: say.onlyStaffConflict() };
}
