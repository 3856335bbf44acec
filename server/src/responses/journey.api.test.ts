import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { oxygenExperts } from '../../test/experts.ts';
import { act, openRequestOf } from '../../test/requests.ts';
import { answered, inboxOf, listOf, moved, nodesOf, offerTo, request, sayYes } from '../../test/responses.ts';
import { RULES_VERSION } from '../matching/rank.ts';

const MATCHES = `matches(first: 10) { remaining considered rulesVersion fell { gate says count } matches {
  rank expert { id displayName } band score confidence openInvitations components { name weight value contribution says }
  reasons { kind says } gaps { says } criteria { criterionId met why } invitation { message } } }`;

describe('a request', { timeout: 90_000 }, () => {
  test('goes from its matches to an outcome that everyone who answered is told', async () => {
    const all = await cast();
    const { hana, meera, kofi } = all;
    await oxygenExperts(all);
    const { request: posted } = await openRequestOf(all, { peopleNeeded: 1 });

    // Staff ask for the names, look at the matches and invite the first.
    await act(hana, 'revealMatches', { requestId: posted.id });
    const { matches: list } = await request(hana, posted.id, MATCHES);
    expect(list).toMatchObject({ considered: 3, remaining: 3, rulesVersion: RULES_VERSION });
    const [first] = listOf(list?.matches);
    expect(first).toMatchObject({ rank: 1, expert: { displayName: 'Meera Vallathur' }, invitation: null });
    const sum = listOf(first?.components).reduce(
      (total, { contribution }) => total + Number(contribution),
      0,
    );
    expect(sum).toBeCloseTo(Number(first?.score), 9);
    expect(listOf(first?.reasons).length).toBeGreaterThan(1);
    const invited = await act(hana, 'inviteExperts', {
      requestId: posted.id,
      personIds: [meera.id],
      message: 'You know these plants.',
    });
    expect(invited.problems).toBeUndefined();
    expect(await inboxOf(meera)).toEqual([
      'INVITATION: You are invited to help with “Keep two oxygen plants running”.',
    ]);

    // Meera opens it and says yes; Kofi answers unasked.
    const seen = await answered(meera, 'seeInvitation', { requestId: posted.id });
    expect(seen).toMatchObject({ state: 'SEEN', invitation: { band: first?.band, score: first?.score } });
    await sayYes(meera, posted.id);
    await sayYes(kofi, posted.id, { answer: 'PARTLY' });
    const { responses } = await request(
      hana,
      posted.id,
      'responses { edges { node { answer text person { displayName } } } }',
    );
    expect(nodesOf(responses)).toEqual([
      { answer: 'YES', text: null, person: { displayName: 'Meera Vallathur' } },
      { answer: 'PARTLY', text: null, person: { displayName: 'Kofi Merriweather' } },
    ]);

    // Responses close; staff read, choose and offer.
    await moved(hana, 'closeResponses', posted.id);
    await moved(hana, 'startAssessing', posted.id);
    const read = await request(hana, posted.id, 'responses { edges { node { id text version } } }');
    const [hers] = nodesOf(read.responses);
    expect(hers?.text).toContain('both plants');
    const offered = await offerTo(hana, hers);
    expect(await inboxOf(meera)).toContain(
      'OFFER: You are offered the work of “Keep two oxygen plants running”.',
    );
    const accepted = await answered(meera, 'acceptOffer', {
      responseId: offered.id,
      version: offered.version,
    });
    expect(accepted).toMatchObject({ state: 'ENGAGED', request: { state: 'IN_PROGRESS' } });

    // The work is done, and what came of it is told.
    const done = await answered(hana, 'completeEngagement', {
      responseId: offered.id,
      version: accepted.version,
    });
    expect(done).toMatchObject({ state: 'COMPLETED' });
    await moved(hana, 'deliverRequest', posted.id);
    await moved(hana, 'recordOutcome', posted.id, {
      result: 'A checklist of two pages.',
      usedHow: 'It hangs beside both plants.',
      changedWhat: 'Neither stopped this season.',
      lesson: 'Ask a technician first.',
    });
    expect(await request(kofi, posted.id, 'outcome { result }')).toEqual({ outcome: null });
    await moved(hana, 'closeRequest', posted.id, { feedback: 'One was enough this time. Thank you.' });

    const seenBy = 'state outcome { result lesson } myResponse { state feedback }';
    expect(await request(kofi, posted.id, seenBy)).toEqual({
      state: 'CLOSED',
      outcome: { result: 'A checklist of two pages.', lesson: 'Ask a technician first.' },
      myResponse: { state: 'NOT_SELECTED', feedback: 'One was enough this time. Thank you.' },
    });
    expect((await inboxOf(kofi)).toSorted()).toEqual([
      'OUTCOME: “Keep two oxygen plants running” has closed. Read what came of it.',
      'RESPONSE_SETTLED: You were not chosen for “Keep two oxygen plants running” this time. Read the feedback.',
    ]);
    expect(await inboxOf(meera)).toContain(
      'OUTCOME: “Keep two oxygen plants running” has closed. Read what came of it.',
    );
    const { inbox } = await as(hana).run('query { inbox { edges { node { kind actor { displayName } } } } }');
    expect(nodesOf(inbox).map(({ kind }) => kind)).toEqual([
      'OFFER_ANSWERED',
      'RESPONSE_RECEIVED',
      'RESPONSE_RECEIVED',
    ]);
  });
});
