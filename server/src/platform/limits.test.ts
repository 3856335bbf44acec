import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { LIMITS, limitRules, queryGate, whyTooLarge, whyVariablesTooLarge } from './limits.ts';

const schema = buildSchema(`
  directive @mark(values: [Int!]) repeatable on FIELD | QUERY | FRAGMENT_DEFINITION | VARIABLE_DEFINITION
  type Query { strand: Strand strands: [Strand!]! pages(first: Int = 20, ids: [ID!]): StrandConnection! }
  type StrandConnection { edges: [StrandEdge!]! }
  type StrandEdge { node: Strand! cursor: String! }
  type Strand { id: ID! name: String! parent: Strand children: [Strand!]! pages(first: Int): StrandConnection! }
`);

const judge = (source: string, variables?: Record<string, unknown>) =>
  whyTooLarge(schema, parse(source), LIMITS, variables)?.message ?? null;

const nested = (levels: number) =>
  `{ strand ${'{ parent '.repeat(levels - 2)} { id } ${'} '.repeat(levels - 2)} }`;
const times = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');

describe('depth', () => {
  test('12 levels pass and 13 do not', () => {
    expect(judge(nested(12))).toBeNull();
    expect(judge(nested(13))).toBe('This query is nested more than 12 fields deep.');
  });

  test('fragments add the depth they hold', () => {
    const inFragments = (levels: number) =>
      `{ strand { ...F0 } } ${times(levels - 2, (n) => `fragment F${n} on Strand { parent { ...F${n + 1} } }`)}
       fragment F${levels - 2} on Strand { id }`;
    expect(judge(inFragments(12))).toBeNull();
    expect(judge(inFragments(13))).toContain('nested more than 12');
    expect(judge('{ strand { ... on Strand { ... { parent { id } } } } }')).toBeNull();
  });

  test('explorers may look at the schema, but no deeper than 15', () => {
    expect(judge(getIntrospectionQuery())).toBeNull();
    expect(judge(`{ __schema { types ${'{ ofType '.repeat(12)} { name } ${'} '.repeat(12)} } }`)).toBeNull();
    expect(judge(`{ __schema { types ${'{ ofType '.repeat(13)} { name } ${'} '.repeat(13)} } }`)).toContain(
      'into the schema',
    );
  });

  test('a fragment within itself ends, and fails the usual validation', () => {
    const circle = '{ strand { ...A } } fragment A on Strand { ...B } fragment B on Strand { id ...A }';
    expect(judge(circle)).toBeNull();
    expect(validate(schema, parse(circle), [...specifiedRules, ...limitRules(LIMITS)])[0]?.message).toContain(
      'itself',
    );
  });
});

describe('cost', () => {
  const page = (first: string | number) =>
    `query ($n: Int) { pages(first: ${first}) { edges { node {
    id pages(first: 10) { edges { node { id name } } } } } } $n }`.replace(' $n }', '}');

  test('a page multiplies its children, and its edges do not multiply again', () => {
    expect(judge(page(100))).toBeNull(); // 1 + 100 * (3 + 1 + 10 * 4)
    expect(judge(page(120))).toContain('asks for too much');
  });

  test('lists without a length count as ten rows', () => {
    expect(judge('{ strands { children { children { id } } } }')).toBeNull();
    expect(judge('{ strands { children { children { children { id } } } } }')).toContain('too much');
    expect(
      judge('{ strand { pages { edges { node { children { children { id name cursor: name } } } } } } }'),
    ).toBeNull();
  });

  test('a length in a variable counts as itself when known and as a hundred when not', () => {
    const inner = '{ edges { node { children { id name parent { id name } } } } }';
    const query = `query ($n: Int) { pages(first: $n) ${inner} }`;
    expect(judge(query)).toContain('too much'); // 100 * (3 + 10 * 5) is 5,300
    expect(judge(query, { n: 20 })).toBeNull();
    expect(judge(query, { n: 1_000_000 })).toContain('too much');
  });

  test('a length of nothing does not make what is inside free', () => {
    expect(
      judge(
        `{ pages(first: 0) { edges { node { ${'children { children { children { children { id } } } }'} } } } }`,
      ),
    ).toContain('too much');
    expect(judge(`{ pages(first: -9) { edges { node { id } } } }`)).toBeNull();
  });

  test('fragments spread in fragments multiply, and are still walked once', () => {
    const doubling = times(60, (n) => `fragment F${n} on Strand { ...F${n + 1} ...F${n + 1} }`);
    expect(judge(`{ strand { ...F0 } } ${doubling} fragment F60 on Strand { name }`)).toContain('too much');

    // Nothing at the end costs nothing however often, so only walking each once ends before the sun does.
    expect(judge(`{ strand { ...F0 } } ${doubling}`)).toBeNull();
  });
});

describe('aliases', () => {
  const aliases = (count: number, field = 'strand { id }') => `{ ${times(count, (n) => `a${n}: ${field}`)} }`;

  test('15 pass and 16 do not, __typename included', () => {
    expect(judge(aliases(15))).toBeNull();
    expect(judge(aliases(16))).toBe('This query renames or repeats more than 15 fields.');
    expect(judge(aliases(16, '__typename'))).toContain('renames or repeats');
  });

  test('count as often as their fragment is spread', () => {
    const fragment = 'fragment Names on Strand { a: name b: name c: name d: name }';
    expect(judge(`{ strand { ...Names parent { ...Names parent { ...Names } } } } ${fragment}`)).toBeNull();
    expect(
      judge(
        `{ strand { ...Names parent { ...Names parent { ...Names parent { ...Names } } } } } ${fragment}`,
      ),
    ).toContain('renames');
  });

  test('so does a field repeated in one place', () => {
    expect(judge(`{ strand { ${'name '.repeat(16)} } }`)).toBeNull();
    expect(judge(`{ strand { ${'name '.repeat(17)} } }`)).toContain('repeats');
  });
});

describe('directives', () => {
  test.each([
    ['on a field', (n: number) => `{ strand { id ${'@mark '.repeat(n)} } }`],
    ['on the query', (n: number) => `query ${'@mark '.repeat(n)} { strand { id } }`],
    [
      'on variables',
      (n: number) => `query ($n: Int ${'@mark '.repeat(n)}) { pages(first: $n) { edges { cursor } } }`,
    ],
    [
      'on a spread',
      (n: number) => `{ strand { ...F ${'@include(if: true) '.repeat(n)} } } fragment F on Strand { id }`,
    ],
    [
      'in a fragment',
      (n: number) =>
        `{ strand { ...F } } fragment F on Strand { ... ${'@skip(if: false) '.repeat(n)} { id } }`,
    ],
    ['on a fragment', (n: number) => `{ strand { ...F } } fragment F on Strand ${'@mark '.repeat(n)} { id }`],
  ])('10 %s pass and 11 do not', (_, query) => {
    expect(judge(query(10))).toBeNull();
    expect(judge(query(11))).toBe('This query uses more than 10 directives.');
  });
});

describe('tokens and lists', () => {
  test('2,000 tokens pass and more do not', () => {
    const long = (tokens: number) =>
      `{ pages(ids: [${'1 '.repeat(200)}]) { edges { cursor } } ${times(tokens, () => '__typename')} }`;
    const roomy = { ...LIMITS, aliases: 9_999 };
    expect(whyTooLarge(schema, parse(long(1_780)), roomy)).toBeNull();
    expect(whyTooLarge(schema, parse(long(1_800)), roomy)?.message).toContain('longer than 2000 words');
  });

  test('250 values pass and 251 do not, wherever the list stands', () => {
    const list = (count: number) => `[${'1 '.repeat(count)}]`;
    const places = [
      (values: string) => `{ pages(ids: ${values}) { edges { cursor } } }`,
      (values: string) => `query ($ids: [ID!] = ${values}) { pages(ids: $ids) { edges { cursor } } }`,
      (values: string) => `{ strand { id @mark(values: ${values}) } }`,
      (values: string) => `{ pages(ids: { deep: [${values}] }) { edges { cursor } } }`,
    ];
    for (const place of places) {
      expect(judge(place(list(250)))).toBeNull();
      expect(judge(place(list(251)))).toBe('A list in this query holds more than 250 values.');
    }
  });

  test('variables are held to the same length, and to a depth', () => {
    const values = (length: number) => ({ input: { ids: Array.from({ length }, (_, n) => n) } });
    expect(whyVariablesTooLarge(values(250), LIMITS)).toBeNull();
    expect(whyVariablesTooLarge(values(251), LIMITS)?.message).toContain('more than 250 values');
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
    expect(whyVariablesTooLarge({ deep }, LIMITS)?.message).toContain('nested more than 20');
    expect(whyVariablesTooLarge(undefined, LIMITS)).toBeNull();
  });
});

describe('where it is asked', () => {
  test('as validation rules, with a code', () => {
    const [error] = validate(schema, parse(nested(13)), [...specifiedRules, ...limitRules(LIMITS)]);
    expect(error?.extensions.code).toBe('QUERY_TOO_LARGE');
    expect(validate(schema, parse(nested(12)), [...specifiedRules, ...limitRules(LIMITS)])).toEqual([]);
  });

  test('as a gate before validation: floods cost little and what does not parse is passed on', () => {
    const gate = queryGate(schema, LIMITS);
    expect(gate('{ strand { id } }')).toBeNull();
    expect(gate('{ strand {')).toBeNull();
    expect(gate(nested(13))?.extensions.code).toBe('QUERY_TOO_LARGE');
    expect(gate(nested(13))).toBe(gate(nested(13)));
    // It does not even end: whoever read it to the end would say that it does not parse.
    const flood = `{ ${'strand { name } '.repeat(40_000)}`;
    expect(gate(flood)?.message).toContain('longer than 2000');
  });
});
