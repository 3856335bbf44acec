import { describe, expect, test } from 'vitest';
import { as } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';
import { edit } from '../../test/profiles.ts';
import { dayFromNow, refusals } from '../../test/requests.ts';

const AVAILABILITY = edit(
  'editAvailability',
  'availability { from to } hoursAMonth loadCap pausedUntil contributionTypes openToMatching',
);

const free = { windows: [], contributionTypes: [], openToMatching: false };

describe('writing when one can be asked', () => {
  test('keeps windows in order, and the rest', async () => {
    const { tendo } = await cast();
    const [near, later] = [
      { from: dayFromNow(-3), to: dayFromNow(20) },
      { from: dayFromNow(60), to: dayFromNow(60) },
    ];

    const { profile } = await as(tendo).send(AVAILABILITY, {
      version: 0,
      windows: [later, near],
      hoursAMonth: 6,
      loadCap: 0,
      pausedUntil: dayFromNow(5),
      contributionTypes: ['TEACH', 'ADVISE', 'TEACH'],
      openToMatching: true,
    });

    expect(profile).toMatchObject({
      availability: [near, later],
      hoursAMonth: 6,
      loadCap: 0,
      pausedUntil: dayFromNow(5),
      contributionTypes: ['TEACH', 'ADVISE'],
      openToMatching: true,
    });
  });

  test('refuses reversed and past days, impossible hours and caps, and unknown kinds', async () => {
    const { tendo } = await cast();

    const refused = await as(tendo).send(AVAILABILITY, {
      version: 0,
      windows: [
        { from: dayFromNow(9), to: dayFromNow(8) },
        { from: dayFromNow(-20), to: dayFromNow(-10) },
        { from: dayFromNow(1), to: '9999-12-31' },
        { from: '0000-01-01', to: dayFromNow(4) },
      ],
      hoursAMonth: 201,
      loadCap: 11,
      pausedUntil: dayFromNow(-10),
      contributionTypes: ['TEACH', 'GOSSIP'],
      openToMatching: true,
    });

    expect(refusals(refused)).toEqual([
      'windows.0.to WRONG_ORDER',
      'windows.1.to IN_THE_PAST',
      'windows.2.to OUT_OF_RANGE',
      'windows.3.from OUT_OF_RANGE',
      'pausedUntil IN_THE_PAST',
      'hoursAMonth OUT_OF_RANGE',
      'loadCap OUT_OF_RANGE',
      'contributionTypes NOT_VALID',
    ]);
    const negative = await as(tendo).send(AVAILABILITY, {
      version: 0,
      ...free,
      hoursAMonth: -1,
      loadCap: -1,
    });
    expect(refusals(negative)).toEqual(['hoursAMonth OUT_OF_RANGE', 'loadCap OUT_OF_RANGE']);
  });
});

test('the kinds of work are told to everybody, in their order', async () => {
  await cast();
  const { contributionTypes } = await as(null).run('{ contributionTypes { code name } }');
  expect(contributionTypes?.[0]).toEqual({ code: 'ADVISE', name: 'Advise' });
  expect(contributionTypes).toHaveLength(9);
});
