import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lockfileProblems } from './lockfile-check.mjs';

const floors = {
  ws: { floor: '8.21.1', because: 'frames' },
  graphql: { floor: '16.15.0', below: '17.0.0', because: 'peers' },
};
const judge = (packages, manifest = {}) => lockfileProblems({ packages }, manifest, floors);
const sound = { version: '8.21.1', integrity: 'sha512-x' };

test('a sound lockfile has nothing against it', () => {
  const links = {
    '': {},
    server: { version: '0.1.0' },
    'node_modules/@hub/server': { resolved: 'server', link: true },
  };
  assert.deepEqual(judge({ ...links, 'node_modules/ws': sound }), []);
});

test('an address is refused', () => {
  const [says] = judge({ 'node_modules/ws': { ...sound, resolved: 'https://mirror.example.org/ws.tgz' } });
  assert.match(says, /^node_modules\/ws names the address/);
});

test('a package without integrity is refused', () => {
  assert.match(judge({ 'node_modules/ws': { version: '8.21.1' } })[0], /no integrity/);
});

test('an install script is refused until somebody has named it', () => {
  const packages = { 'node_modules/@a/b': { ...sound, hasInstallScript: true } };
  assert.match(judge(packages)[0], /^@a\/b has an install script/);
  assert.deepEqual(judge(packages, { allowScripts: { '@a/b': false } }), []);
});

test('what is older than its floor is refused, also when nested', () => {
  assert.match(
    judge({ 'node_modules/a/node_modules/ws': { ...sound, version: '8.9.9' } })[0],
    /8\.9\.9, below 8\.21\.1/,
  );
  assert.match(judge({ 'node_modules/ws': { ...sound, version: '8.21.1-rc.1' } })[0], /below/);
  assert.deepEqual(judge({ 'node_modules/ws': { ...sound, version: '10.0.0' } }), []);
});

test('what is newer than we can use is refused', () => {
  assert.match(judge({ 'node_modules/graphql': { ...sound, version: '17.1.0' } })[0], /not below 17/);
});
