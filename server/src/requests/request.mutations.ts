import { Arg, Ctx, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { plainExcerpt } from '../platform/markdown.ts';
import { keptPayload } from '../platform/payload.ts';
import { orRejected, ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import { checkCriteria } from './criterion.checks.ts';
import type { CriterionWords } from './criterion.ts';
import { findProgramme, whyNotDraft } from './programme.policy.ts';
import { Programme } from './programme.ts';
import { whyNotEdit } from './request.abilities.ts';
import { checkRequest, SUMMARY_MAX, whyNotReady, type Written } from './request.checks.ts';
import { requestDrafted, requestEdited, tellOfRequest, tellOfRequestRights } from './request.events.ts';
import { DraftRequestInput, EditRequestInput, type RequestInput } from './request.input.ts';
import { Sensitivity } from './request.kinds.ts';
import { RequestPayload } from './request.payload.ts';
import { lockRequest, whyStale, type RequestRow } from './request.policy.ts';
import { Request } from './request.ts';
import {
  contributionCodes,
  criteriaOf,
  essentials,
  putCriteria,
  putStrands,
  unknownStrands,
} from './request.parts.ts';

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
    const checked = await check(context, input);
    const programme = await findProgramme(context, input.programmeId);
    const problems = [...problemsOf(whyNotDraft(programme)), ...checked.problems];
    if (problems.length > 0 || !programme) return reject(...problems);

    const { em } = context;
    const { title, timeZone } = checked.written;
    const owner = em.getReference(Person, viewer.id);
    const request = new Request(em.getReference(Programme, programme.id), owner, title, timeZone);
    write(request, checked.written);
    em.persist(request);
    await putStrands(em, request, input.strandIds);
    await putCriteria(em, request, checked.criteria);
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
    const checked = await check(context, input, request);
    const moved = input.programmeId !== row.programmeId;
    const problems = [
      ...problemsOf(whyNotEdit(row), whyStale(row, input.version)),
      ...problemsOf(moved ? await whyNotBelong(context, row, input.programmeId) : null),
      ...checked.problems,
      ...(request.isPublished ? await whyNotStand(context, request, checked) : []),
    ];
    if (problems.length > 0) return reject(...problems);

    const { em } = context;
    const before = request.sensitivity;
    write(request, checked.written);
    request.version += 1;
    if (moved) request.programme = em.getReference(Programme, input.programmeId, { wrapped: true });
    await putStrands(em, request, input.strandIds);
    if (!request.isPublished) await putCriteria(em, request, checked.criteria);
    tellOfRequest(em, request, requestEdited, before === Sensitivity.PUBLIC);
    if (moved || before !== request.sensitivity) tellOfRequestRights(em, request);
    return new EditRequestPayload({ request: request.id });
  }
}

interface Checked {
  written: Written;
  criteria: CriterionWords[];
  problems: Problem[];
}

async function check({ em }: Context, input: RequestInput, before?: Request): Promise<Checked> {
  const codes = await contributionCodes(em);
  const { written, problems } = checkRequest(input, codes, new Date(), before);
  const listed = checkCriteria(input.criteria, codes);
  const strand = await unknownStrands(em, input.strandIds);
  return {
    written,
    criteria: listed.criteria,
    problems: [...problems, ...problemsOf(strand), ...listed.problems],
  };
}

function write(request: Request, written: Written): void {
  Object.assign(request, written, { summary: plainExcerpt(written.problem, SUMMARY_MAX) });
}

/** Before it was published a request may still go to another programme its author could draft it in. */
async function whyNotBelong(context: Context, row: RequestRow, programmeId: string): Promise<Problem | null> {
  const message = 'A request that was published stays in its programme.';
  if (row.openedAt !== null) return { code: ProblemCode.WRONG_STATE, field: 'programmeId', message };
  return whyNotDraft(await findProgramme(context, programmeId));
}

/** What others may see must stay whole, and experts have answered to its criteria. */
async function whyNotStand({ em }: Context, request: Request, checked: Checked): Promise<Problem[]> {
  const before = await criteriaOf(em, request.id);
  const gist = (criteria: CriterionWords[]) =>
    JSON.stringify(criteria.map(({ importance, kind, value, level }) => [importance, kind, value, level]));
  const message = 'Criteria stay as they were published: experts have answered to them.';
  const changed = gist(before) !== gist(checked.criteria);
  return [
    ...whyNotReady(checked.written, essentials(before), new Date()),
    ...problemsOf(changed ? { code: ProblemCode.WRONG_STATE, field: 'criteria', message } : null),
  ];
}
