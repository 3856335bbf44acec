import { Arg, Ctx, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { keptPayload } from '../platform/payload.ts';
import { orRejected, problemsOf, reject, Rejected } from '../platform/results.ts';
import { findProgramme, whyNotDraft } from './programme.policy.ts';
import { Programme } from './programme.ts';
import { whyNotEdit } from './request.abilities.ts';
import { requestDrafted, requestEdited, tellOfRequest, tellOfRequestRights } from './request.events.ts';
import { DraftRequestInput, EditRequestInput } from './request.input.ts';
import { RequestPayload } from './request.payload.ts';
import { lockRequest, whyStale } from './request.policy.ts';
import { Request } from './request.ts';
import { putCriteria, putStrands } from './request.parts.ts';
import { checked, whyNotBelong, whyNotStand, write } from './request.writing.ts';

@keptPayload
@ObjectType({ description: 'The request, kept as a draft.' })
export class DraftRequestPayload extends RequestPayload {}

@keptPayload
@ObjectType({ description: 'The request, written anew.' })
export class EditRequestPayload extends RequestPayload {}

const DraftRequestResult = orRejected(DraftRequestPayload);
const EditRequestResult = orRejected(EditRequestPayload);

@Resolver()
export class RequestMutations {
  @Mutation(() => DraftRequestResult, {
    description:
      'Keeps a request as a draft, in a programme one works for or one that members may raise them in.',
  })
  async draftRequest(
    @Arg('input', () => DraftRequestInput, { description: 'What it says.' }) input: DraftRequestInput,
    @Ctx() context: Context,
  ): Promise<DraftRequestPayload | Rejected> {
    const viewer = signedIn(context);
    const found = await checked(context, input);
    const programme = await findProgramme(context, input.programmeId);
    const problems = [...problemsOf(whyNotDraft(programme)), ...found.problems];
    if (problems.length > 0 || !programme) return reject(...problems);

    const { em } = context;
    const { title, timeZone } = found.written;
    const owner = em.getReference(Person, viewer.id);
    const request = new Request(em.getReference(Programme, programme.id), owner, title, timeZone);
    write(request, found.written);
    em.persist(request);
    await putStrands(em, request, input.strandIds);
    await putCriteria(em, request, found.criteria);
    tellOfRequest(em, request, requestDrafted);
    return new DraftRequestPayload({ request: request.id });
  }

  @Mutation(() => EditRequestResult, {
    description: 'Writes a request anew. Once it was published its programme and criteria stay as they are.',
  })
  async editRequest(
    @Arg('input', () => EditRequestInput, { description: 'What it says now.' }) input: EditRequestInput,
    @Ctx() context: Context,
  ): Promise<EditRequestPayload | Rejected> {
    const { row, request } = await lockRequest(context, input.requestId);
    const found = await checked(context, input, request);
    const moved = input.programmeId !== row.programmeId;
    const problems = [
      ...problemsOf(whyNotEdit(row), whyStale(row, input.version)),
      ...problemsOf(moved ? await whyNotBelong(context, row, input.programmeId) : null),
      ...found.problems,
      ...(request.isPublished ? await whyNotStand(context, request, found) : []),
    ];
    if (problems.length > 0) return reject(...problems);

    const { em } = context;
    const before = request.sensitivity;
    write(request, found.written);
    request.version += 1;
    if (moved) request.programme = em.getReference(Programme, input.programmeId, { wrapped: true });
    await putStrands(em, request, input.strandIds);
    if (!request.isPublished) await putCriteria(em, request, found.criteria);
    tellOfRequest(em, request, requestEdited);
    if (moved || before !== request.sensitivity) tellOfRequestRights(em, request);
    return new EditRequestPayload({ request: request.id });
  }
}
