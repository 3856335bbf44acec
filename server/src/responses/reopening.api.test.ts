import { describe, expect, test } from 'vitest';
import { cast } from '../../test/cast.ts';
import { act, dayFromNow } from '../../test/requests.ts';
import { codesOf, move, moved, request, sayYes } from '../../test/responses.ts';
import { feedback, reason, halfway, stateOf } from '../../test/endings.ts';

describe('a request that ended', { timeout: 90_000 }, () => {
  test('unfilled opens again with new dates, and those who answered may come back', async () => {
    const all = await cast();
    const { id } = await halfway(all);
    await moved(all.hana, 'markUnfilled', id, { reason, feedback });

    const past = { closesAt: `${dayFromNow(-1)}T12:00:00Z` };
    expect(codesOf(await move(all.hana, 'reopenRequest', id, past))).toEqual(['closesAt IN_THE_PAST']);
    const late = { closesAt: `${dayFromNow(60)}T12:00:00Z` };
    expect(codesOf(await move(all.hana, 'reopenRequest', id, late))).toEqual(['neededBy WRONG_ORDER']);
    await moved(all.hana, 'reopenRequest', id, { ...late, neededBy: dayFromNow(90) });

    const { myResponse, viewerCan } = await request(
      all.meera,
      id,
      'myResponse { version } viewerCan { respond }',
    );
    expect(viewerCan).toEqual({ respond: true });
    expect(await sayYes(all.meera, id, { version: myResponse?.version })).toMatchObject({
      state: 'SUBMITTED',
      feedback: null,
    });
    const again = await act(all.hana, 'inviteExperts', { requestId: id, personIds: [all.kofi.id] });
    expect(again.problems).toBeUndefined();
    expect(await stateOf(all.kofi, id)).toMatchObject({ state: 'INVITED' });
  });
});
