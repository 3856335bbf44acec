import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hub } from '../../test/hub.ts';
import { entrance } from './server.ts';

let address = '';
let close = () => {};
beforeAll(async () => {
  const server = entrance(await hub());
  server.listen(0);
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => {
    server.closeAllConnections();
    server.close();
  };
});
afterAll(() => close());

const JSON_TYPE = { 'content-type': 'application/json' };
const NAME = '{ viewer { id } }';

describe('a body that is no question', () => {
  test.each([
    ['nothing', ''],
    ['half an object', '{"query":'],
    ['no JSON', '{query: "{ viewer { id } }"}'],
    ['a zero byte', '\0'],
    ['null', 'null'],
    ['a number', '5'],
    ['a text', '"{ viewer { id } }"'],
    ['a batch', JSON.stringify([{ query: NAME }, { query: NAME }])],
    ['an empty batch', '[]'],
    ['an operator as the query', '{"query":{"$ne":null}}'],
    ['a number as the query', '{"query":5}'],
    ['no query', '{"variables":{}}'],
    ['an empty query', '{"query":""}'],
    ['a query that does not parse', JSON.stringify({ query: '{ viewer {' })],
    ['a query of half a character', '{"query":"{ \\ud800 }"}'],
    ['an unknown field', JSON.stringify({ query: '{ secrets }' })],
    ['variables that are a list', JSON.stringify({ query: NAME, variables: [] })],
    ['variables that are a text', JSON.stringify({ query: NAME, variables: 'x' })],
    ['an operation that is not there', JSON.stringify({ query: NAME, operationName: 'Other' })],
    ['an operator as the operation', JSON.stringify({ query: NAME, operationName: { $ne: null } })],
    ['extensions that are a text', JSON.stringify({ query: NAME, extensions: 'x' })],
    ['a deep nest', `{"query":"${NAME}","variables":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`],
    ['a subscription', JSON.stringify({ query: 'subscription { feed(cursors: []) { __typename } }' })],
    [
      'a mutation of a visitor without input',
      JSON.stringify({ query: 'mutation { markAllDone { __typename } }' }),
    ],
  ])('%s is refused, and not by falling over', async (_, body) => {
    const response = await fetch(`${address}/graphql`, { method: 'POST', headers: JSON_TYPE, body });

    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toContain('INTERNAL_SERVER_ERROR');
  });

  test.each([
    ['a prototype in the body', `{"query":"${NAME}","__proto__":{"query":5}}`],
    ['a prototype in the variables', `{"query":"${NAME}","variables":{"__proto__":{"a":1},"constructor":1}}`],
  ])('%s changes nothing', async (_, body) => {
    const response = await fetch(`${address}/graphql`, { method: 'POST', headers: JSON_TYPE, body });

    expect(await response.json()).toEqual({ data: { viewer: null } });
  });
});

describe('a request of the wrong kind', () => {
  const mutation = encodeURIComponent('mutation { markAllDone(input: {}) { __typename } }');

  test.each([
    ['GET', `/graphql?query=${mutation}`, { 'apollo-require-preflight': 'yes' }],
    ['GET', `/graphql?query=${encodeURIComponent(NAME)}`, {}],
    ['GET', '/graphql?query=%E0%A4%A', { 'apollo-require-preflight': 'yes' }],
    ['GET', '/graphql?query={a}&variables={', { 'apollo-require-preflight': 'yes' }],
    ['GET', '/graphql', {}],
    ['PUT', '/graphql', JSON_TYPE],
    ['DELETE', '/graphql', JSON_TYPE],
    ['OPTIONS', '/graphql', {}],
    ['POST', '/graphql', { 'content-type': 'text/plain' }],
    ['POST', '/graphql', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['POST', '/graphql', { 'content-type': ';;;' }],
    ['GET', '/graphql/%00', {}],
    ['GET', '/%E0%A4%A', {}],
    ['GET', '/..%2f..%2fetc%2fpasswd', {}],
    ['POST', '/api/auth/sign-in/email', JSON_TYPE],
    ['POST', '/api/auth/no-such-thing', JSON_TYPE],
    ['GET', '/api/auth/%00', {}],
  ])('%s %s is refused, and not by falling over', async (method, path, headers) => {
    const body = method === 'GET' ? {} : { body: '{"email":{"$ne":null},"password":["x"]}' };

    const response = await fetch(address + path, {
      method,
      headers: headers as Record<string, string>,
      ...body,
    });

    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toContain('INTERNAL_SERVER_ERROR');
  });
});
