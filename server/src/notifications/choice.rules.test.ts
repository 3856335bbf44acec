import 'reflect-metadata';
import { describe, expect, test } from 'vitest';
import { choicesOf, clockTime, mayGoAt, rhythmOf, rhythmsOf, type Pauses } from './choice.rules.ts';
import { Rhythm, Topic } from './topic.ts';

const awake: Pauses = {
  timeZone: 'Africa/Kampala',
  quietFrom: null,
  quietTo: null,
  isPaused: false,
  pausedUntil: null,
};
const nights = { ...awake, quietFrom: '22:00', quietTo: '07:00' };
const at = (text: string) => new Date(text);

describe('when a mail may go', () => {
  test.each([
    ['now, when nothing is quiet', awake, '2026-11-24T20:30:00Z', '2026-11-24T20:30:00Z'],
    ['after the night on their clock', nights, '2026-11-24T20:30:00Z', '2026-11-25T04:00:00Z'],
    ['after the night, past midnight', nights, '2026-11-24T23:30:00Z', '2026-11-25T04:00:00Z'],
    ['at the minute the night ends', nights, '2026-11-24T04:00:00Z', '2026-11-24T04:00:00Z'],
    ['from the minute the night begins, not', nights, '2026-11-24T19:00:00Z', '2026-11-25T04:00:00Z'],
    ['by day', nights, '2026-11-24T12:00:00Z', '2026-11-24T12:00:00Z'],
    [
      'after quiet hours at noon',
      { ...awake, quietFrom: '12:00', quietTo: '14:00' },
      '2026-11-24T10:00:00Z',
      '2026-11-24T11:00:00Z',
    ],
    [
      'when both times are the same, now',
      { ...awake, quietFrom: '08:00', quietTo: '08:00' },
      '2026-11-24T05:00:00Z',
      '2026-11-24T05:00:00Z',
    ],
    [
      'through the hour that clocks skip',
      { ...nights, timeZone: 'Europe/London', quietTo: '01:30' },
      '2026-03-29T00:10:00Z',
      '2026-03-29T01:30:00Z',
    ],
  ])('%s', (_, pauses, now, then) => {
    expect(mayGoAt(pauses, at(now))).toEqual(at(then));
  });

  test('after a pause, and then after the night it ends in', () => {
    const paused = { ...nights, isPaused: true, pausedUntil: at('2026-12-01T22:00:00Z') };
    expect(mayGoAt(paused, at('2026-11-24T12:00:00Z'))).toEqual(at('2026-12-02T04:00:00Z'));
    expect(mayGoAt(paused, at('2026-12-02T12:00:00Z'))).toEqual(at('2026-12-02T12:00:00Z'));
    expect(mayGoAt({ ...awake, isPaused: true }, at('2026-11-24T12:00:00Z'))).toBe('never');
  });
});

describe('what is chosen', () => {
  test('is the usual until somebody chooses, and an invitation always', () => {
    expect(choicesOf([]).map(({ topic }) => topic)).toEqual(Object.values(Topic));
    const never = (topic: Topic) => ({ topic, inHub: false, mail: Rhythm.NEVER });
    expect(rhythmOf(Topic.REPLY_TO_ME, [never(Topic.REPLY_TO_ME)])).toBe(Rhythm.NEVER);
    expect(choicesOf([never(Topic.INVITATION)])[0]).toEqual({
      topic: Topic.INVITATION,
      inHub: true,
      mail: Rhythm.NOW,
    });
    expect(rhythmsOf(Topic.INVITATION)).toEqual([Rhythm.NOW]);
    expect(rhythmsOf(Topic.STRAND_DIGEST)).not.toContain(Rhythm.NOW);
  });

  test.each(['22:00', ' 07:30 ', '00:00', '23:59'])('%j is a time', (text) =>
    expect(clockTime(text)).toBe(text.trim()),
  );
  test.each(['24:00', '7:00', '07:60', '', 'noon', '07.30'])('%j is none', (text) =>
    expect(clockTime(text)).toBeNull(),
  );
});
