import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { log, logWith, quiet, shortened, type LogFields } from './line-log.ts';

let kept: ReturnType<typeof quiet>;

beforeEach(() => {
  kept = quiet();
});
afterEach(() => kept.loud());

function entryOf(fields: object): Record<string, unknown> {
  log('info', 'test.said', fields as LogFields);
  return JSON.parse(kept.lines.at(-1) ?? '') as Record<string, unknown>;
}

describe('one line', () => {
  test('holds what is allowed, as JSON', () => {
    const fields = {
      requestId: 'r1',
      operation: 'DiscussionPage',
      status: 200,
      ms: 1.23456,
      cost: 40,
      code: 'NOT_FOUND',
      count: 3,
      detail: 'Drained.',
    };
    expect(entryOf(fields)).toEqual({
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      level: 'info',
      event: 'test.said',
      ...fields,
      ms: 1.235,
    });
  });

  test('drops every name and shape that is not allowed', () => {
    const entry = entryOf({
      email: 'a@b.example',
      body: 'secret words',
      variables: { a: 1 },
      query: '{ me }',
      at: 'now',
      level: 'x',
      event: 'y',
      __proto__: { cookie: 'c' },
      status: 'high',
      ms: NaN,
      cost: Infinity,
      code: { a: 1 },
      requestId: ['r'],
      operation: null,
      count: undefined,
    });
    expect(Object.keys(entry)).toEqual(['at', 'level', 'event']);
    expect(entry).toMatchObject({ level: 'info', event: 'test.said' });
  });

  test('cannot be forged with line breaks or terminal codes', () => {
    const nasty =
      'a\r\n{"level":"error","event":"forged"}\u0085\u2028\u2029\u001B[2J\u0000\u009B\u202E\u{E0041}\uD800';
    log('info', nasty, { operation: nasty, detail: nasty, code: nasty, requestId: nasty });
    const line = kept.lines.join('');
    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(JSON.parse(line)).toMatchObject({ level: 'info', event: nasty });
  });

  test('stays short', () => {
    log('info', 'test.said', { detail: 'x'.repeat(100_000), code: 'y'.repeat(100_000) });
    expect(kept.lines[0]?.length).toBeLessThan(1_000);
  });
});

describe('people', () => {
  const id = '0190b6a0-0000-7000-8000-000000000001';

  test('are pseudonyms that hold as long as the secret', () => {
    logWith('one secret of thirty-two characters');
    const first = entryOf({ person: id }).person;
    expect(first).toMatch(/^[\w-]{12}$/);
    expect(entryOf({ person: id }).person).toBe(first);
    expect(entryOf({ person: `${id}2` }).person).not.toBe(first);
    logWith('another secret of thirty-two letters');
    expect(entryOf({ person: id }).person).not.toBe(first);
    expect(kept.lines.join('')).not.toContain(id);
  });

  test.each([
    ['203.0.113.77', '203.0.113.0'],
    ['::ffff:203.0.113.77', '203.0.113.0'],
    ['2001:db8:7:9:a:b:c:d', '2001:db8:7::'],
    ['2001:DB8::1', '2001:db8:0::'],
    ['::1', '0:0:0::'],
    ['fe80::1%eth0', 'fe80:0:0::'],
    ['not an address', null],
    ['1.2.3', null],
    ['', null],
  ])('the address %s is kept as %s', (address, short) => expect(shortened(address)).toBe(short));

  test('mail addresses and passwords in words are masked', () => {
    const entry = entryOf({
      detail: 'To amara@example.org (via smtp://user:hunter2@mail.example:25): refused',
      operation: 'x@y.z',
    });
    expect(entry.detail).toBe('To [address] (via [address]): refused');
    expect(entry.operation).toBe('[address]');
  });
});

describe('faults', () => {
  test('say kind, message and place', () => {
    const { detail } = entryOf({ detail: new TypeError('Cannot read properties of undefined (reading id)') });
    expect(detail).toMatch(
      /^TypeError Cannot read properties of undefined \(reading id\) \| at .*line-log\.test\.ts/,
    );
  });

  test('repeat no data: not of drivers, not of parsers, not in quotes', () => {
    class DriverException extends Error {}
    const driver = new DriverException("insert into reply (body) values ('\n at my secret')");
    const coded = Object.assign(new Error("invalid input: 'my secret'"), { code: '22P02' });
    const quoted = new Error('No such tag as "my secret');
    let parser: unknown;
    try {
      JSON.parse('my secret');
    } catch (error) {
      parser = error;
    }
    for (const detail of [driver, coded, quoted, parser]) {
      expect(entryOf({ detail }).detail).toContain('Error');
    }
    expect(kept.lines.join('')).not.toContain('my secret');
    expect(entryOf({ detail: coded }).detail).toContain('22P02');
  });
});
