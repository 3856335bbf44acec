import 'reflect-metadata';
import { describe, expect, test } from 'vitest';
import { wallClock, wallTime, workingDayBefore } from './wall-time.ts';

const at = (day: string, time: string, zone: string) => {
  const found = wallTime(day, time, zone);
  return 'at' in found ? found.at.toISOString() : found.problem.message;
};

describe('a time on the wall', () => {
  test('is a moment of its own zone, in summer and in winter', () => {
    expect(at('2027-07-01', '17:00', 'Europe/London')).toBe('2027-07-01T16:00:00.000Z');
    expect(at('2027-01-04', '17:00', 'Europe/London')).toBe('2027-01-04T17:00:00.000Z');
    expect(at('2027-07-01', '17:00', 'Asia/Kolkata')).toBe('2027-07-01T11:30:00.000Z');
    expect(at('2027-07-01', '17:00', 'UTC')).toBe('2027-07-01T17:00:00.000Z');
  });

  test('is refused in the hour lost when clocks go forward', () => {
    expect(at('2027-03-28', '01:00', 'Europe/London')).toContain('never comes');
    expect(at('2027-03-28', '01:59', 'Europe/London')).toContain('never comes');
    expect(at('2027-03-14', '02:30', 'America/New_York')).toContain('never comes');
    // Half an hour only, and at an hour of its own.
    expect(at('2027-10-03', '02:15', 'Australia/Lord_Howe')).toContain('never comes');
  });

  test('is taken just before and just after that hour', () => {
    expect(at('2027-03-28', '00:59', 'Europe/London')).toBe('2027-03-28T00:59:00.000Z');
    expect(at('2027-03-28', '02:00', 'Europe/London')).toBe('2027-03-28T01:00:00.000Z');
  });

  test('means the second when it comes twice', () => {
    expect(at('2027-10-31', '01:30', 'Europe/London')).toBe('2027-10-31T01:30:00.000Z');
    expect(at('2027-11-07', '01:30', 'America/New_York')).toBe('2027-11-07T06:30:00.000Z');
  });

  test('is refused when it is no time or the zone is no zone', () => {
    expect(at('2027-07-01', '25:00', 'Europe/London')).toContain('hours and minutes');
    expect(at('2027-07-01', '9:00', 'Europe/London')).toContain('hours and minutes');
    expect(at('2027-07-01', '17:00', 'Europe/Leeds')).toBe('There is no such time zone.');
  });

  test('reads back as it was written', () => {
    for (const zone of ['Europe/London', 'Asia/Kathmandu', 'Pacific/Chatham', 'America/St_Johns', 'UTC'])
      for (const day of ['2027-01-15', '2027-07-15', '2027-10-31'])
        expect(wallClock(new Date(at(day, '01:30', zone)), zone)).toEqual({ day, time: '01:30' });
  });
});

test('the working day before a Monday, Sunday or Saturday is the Friday', () => {
  expect(workingDayBefore('2027-03-05')).toBe('2027-03-04');
  expect(workingDayBefore('2027-03-06')).toBe('2027-03-05');
  expect(workingDayBefore('2027-03-07')).toBe('2027-03-05');
  expect(workingDayBefore('2027-03-08')).toBe('2027-03-05');
  expect(workingDayBefore('2027-03-01')).toBe('2027-02-26');
});
