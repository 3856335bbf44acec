import { Arg, Ctx, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../people/viewer.ts';
import { keptPayload } from '../platform/payload.ts';
import { orRejected, ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/requests.ts';
import { whyNotEdit } from './request.abilities.ts';
import { requestEdited, tellOfRequest, tellOfRequestRights } from './request.events.ts';
import { criteriaOf, putCriteria, putStrands, strandIdsOf } from './request.parts.ts';
import { RequestPayload } from './request.payload.ts';
import { lockRequest, whyStale } from './request.policy.ts';
import { checked, whyNotBelong, whyNotStand, write } from './request.writing.ts';
import { concerns, partsIn, withParts, writesOf } from './request-part.checks.ts';
import { EditRequestPartInput } from './request-part.input.ts';
import { Programme } from './programme.ts';

@keptPayload
@ObjectType({ description: 'The request, with its new parts.' })
export class EditRequestPartPayload extends RequestPayload {}

const EditRequestPartResult = orRejected(EditRequestPartPayload);

@Resolver()
export class RequestPartMutations {
  @Mutation(() => EditRequestPartResult, {
    description:
      'Writes parts of a request anew. Once it was published its programme and criteria stay as they are.',
  })
  async editRequestPart(
    @Arg('input', () => EditRequestPartInput, { description: 'Which parts, and what they say now.' })
    input: EditRequestPartInput,
    @Ctx() context: Context,
  ): Promise<EditRequestPartPayload | Rejected> {
    const { em } = context;
    const { row, request } = await lockRequest(context, input.requestId);
    const kept = {
      programmeId: row.programmeId,
      strandIds: await strandIdsOf(em, request.id),
      criteria: await criteriaOf(em, request.id),
    };
    const parts = partsIn(input);
    const whole = withParts(request, kept, input);
    const found = await checked(context, whole, request);
    const moved = whole.programmeId !== row.programmeId;
    const problems = [
      ...problemsOf(whyNotEdit(row), whyStale(row, input.version), parts.length > 0 ? null : nothing()),
      ...problemsOf(moved ? await whyNotBelong(context, row, whole.programmeId) : null),
      ...found.problems,
      ...(request.isPublished ? await whyNotStand(context, request, found) : []),
    ].filter(({ field }) => concerns(parts, field));
    if (problems.length > 0) return reject(...problems);

    const before = request.sensitivity;
    write(request, found.written, writesOf(parts));
    request.version += 1;
    if (moved) request.programme = em.getReference(Programme, whole.programmeId, { wrapped: true });
    if (input.ask) await putStrands(em, request, whole.strandIds);
    if (input.criteria && !request.isPublished) await putCriteria(em, request, found.criteria);
    tellOfRequest(em, request, requestEdited);
    if (moved || before !== request.sensitivity) tellOfRequestRights(em, request);
    return new EditRequestPartPayload({ request: request.id });
  }
}

const nothing = (): Problem => ({ code: ProblemCode.BLANK, message: say.sayWhatToWrite() });
