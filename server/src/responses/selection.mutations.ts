import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { exclude } from '../matching/exclusion.ts';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { Uuid } from '../platform/ids.ts';
import { tellPerson } from '../platform/inbox.ts';
import { problemsOf, reject, Rejected } from '../platform/results.ts';
import { Assessment, Declaration } from './declaration.ts';
import { whyNotAssess, whyNotNotSelect, whyNotShortlist } from './response.abilities.ts';
import { responseEdited } from './response.events.ts';
import { keepResponse, moveResponse } from './response.moves.ts';
import {
  AssessDeclarationPayload,
  AssessDeclarationResult,
  NotSelectPayload,
  NotSelectResult,
  ShortlistPayload,
  ShortlistResult,
} from './response.payloads.ts';
import { lockResponse } from './response.policy.ts';
import { ResponseState } from './response.states.ts';
import { cleanFeedback, cleanNote, stale } from './words.ts';

@InputType({ description: 'What staff make of a declaration.' })
export class AssessDeclarationInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The response it came with.' }) responseId!: string;
  @Field(() => Assessment, { description: 'What they make of it.' }) assessment!: Assessment;
  @Field(() => String, { defaultValue: '', description: 'A note for staff, up to 500 characters.' })
  note!: string;
  @Field(() => Int, { description: 'The version the decision was made on.' }) version!: number;
}

@InputType({ description: 'A response to shortlist.' })
export class ShortlistInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'Which.' }) responseId!: string;
  @Field(() => Int, { description: 'The version the decision was made on.' }) version!: number;
}

@InputType({ description: 'A response that is not selected.' })
export class NotSelectInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'Which.' }) responseId!: string;
  @Field(() => Int, { description: 'The version the decision was made on.' }) version!: number;
  @Field(() => String, { description: 'What the expert is told, up to 2,000 characters.' }) feedback!: string;
}

@Resolver()
export class SelectionMutations {
  @Mutation(() => AssessDeclarationResult, {
    description: 'Says what staff make of a declaration. EXCLUDE rules the expert out for this request.',
  })
  async assessDeclaration(
    @Arg('input', () => AssessDeclarationInput, { description: 'What they make of it.' })
    input: AssessDeclarationInput,
    @Ctx() context: Context,
  ): Promise<AssessDeclarationPayload | Rejected> {
    const { em } = context;
    const viewer = signedIn(context);
    const { row, response } = await lockResponse(context, input.responseId);
    const note = cleanNote(input.note, 'note');
    const outdated = stale(input.version !== response.version);
    const problems = problemsOf(whyNotAssess(row), outdated, note.problem);
    if (problems.length > 0) return reject(...problems);

    const declaration = await em.findOneOrFail(Declaration, { response: response.id });
    declaration.assess(input.assessment, note.text, em.getReference(Person, viewer.id));
    const isExcluded = input.assessment === Assessment.EXCLUDE;
    const why = isExcluded ? note.text || 'a declared interest.' : null;
    await exclude(em, response.request.id, response.person.id, why);
    response.version += 1;
    await keepResponse(em, response, responseEdited);
    return new AssessDeclarationPayload({ response: response.id });
  }

  @Mutation(() => ShortlistResult, { description: 'Keeps a response for a closer look.' })
  async shortlist(
    @Arg('input', () => ShortlistInput, { description: 'Which.' }) input: ShortlistInput,
    @Ctx() context: Context,
  ): Promise<ShortlistPayload | Rejected> {
    const { row, response } = await lockResponse(context, input.responseId);
    const problems = problemsOf(whyNotShortlist(row), stale(input.version !== response.version));
    if (problems.length > 0) return reject(...problems);

    await moveResponse(context.em, response, ResponseState.SHORTLISTED);
    return new ShortlistPayload({ response: response.id });
  }

  @Mutation(() => NotSelectResult, { description: 'Says that a response was not selected, and why.' })
  async notSelect(
    @Arg('input', () => NotSelectInput, { description: 'Which, and why.' }) input: NotSelectInput,
    @Ctx() context: Context,
  ): Promise<NotSelectPayload | Rejected> {
    const viewer = signedIn(context);
    const { row, response } = await lockResponse(context, input.responseId);
    const feedback = cleanFeedback(input.feedback);
    const outdated = stale(input.version !== response.version);
    const problems = problemsOf(whyNotNotSelect(row), outdated, feedback.problem);
    if (problems.length > 0) return reject(...problems);

    response.feedback = feedback.text;
    await moveResponse(context.em, response, ResponseState.NOT_SELECTED);
    const about = { kind: 'RESPONSE_SETTLED', actorId: viewer.id, requestId: response.request.id };
    tellPerson(context.em, { personId: response.person.id, ...about });
    return new NotSelectPayload({ response: response.id });
  }
}
