import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { Reveal } from '../matching/reveal.ts';
import { Person } from '../people/person.ts';
import { signedIn, type Context } from '../people/viewer.ts';
import { audit } from '../platform/audit.ts';
import { Uuid } from '../platform/ids.ts';
import { problemsOf, reject, Rejected } from '../platform/results.ts';
import { whyNotStaff } from '../requests/request.abilities.ts';
import { tellOfReveal } from '../requests/request.events.ts';
import { lockRequest } from '../requests/request.policy.ts';
import { RevealMatchesPayload, RevealMatchesResult } from './request.payloads.ts';

@InputType({ description: 'The request whose matches a member of staff wants to know by name.' })
export class RevealMatchesInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
}

@Resolver()
export class RevealMutations {
  @Mutation(() => RevealMatchesResult, {
    description:
      'Shows the viewer, and nobody else, who the matches of a request are. It is kept who asked, and when.',
  })
  async revealMatches(
    @Arg('input', () => RevealMatchesInput, { description: 'Which request.' }) input: RevealMatchesInput,
    @Ctx() context: Context,
  ): Promise<RevealMatchesPayload | Rejected> {
    const viewer = signedIn(context);
    const { em } = context;
    const { row, request } = await lockRequest(context, input.requestId);
    const problems = problemsOf(whyNotStaff(row));
    if (problems.length > 0) return reject(...problems);

    const before = await em.findOne(Reveal, { request: request.id, person: viewer.id });
    if (before) return new RevealMatchesPayload({ request: request.id });
    em.persist(new Reveal(request, em.getReference(Person, viewer.id)));
    audit(em, { actorId: viewer.id, verb: 'revealMatches', target: `request:${request.id}` });
    tellOfReveal(em, viewer.id, request);
    return new RevealMatchesPayload({ request: request.id });
  }
}
