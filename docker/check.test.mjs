// A check that nobody has seen fail is furniture: each rule is broken once here.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { composeProblems, dockerfileProblems } from './check.mjs';

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const compose = read('compose.yml');
const file = read('Dockerfile');

test('what we ship is sound', () => {
  assert.deepEqual(composeProblems(compose), []);
  assert.deepEqual(dockerfileProblems(file), []);
});

const brokenCompose = {
  'a key no engine knows': [/restart: /, 'restrat: ', /additional properties/],
  'a number where a list belongs': [/cap_drop: \[ALL\]/, 'cap_drop: 5', /cap_drop should be array/],
  'an image without a version': [/postgres:17/, 'postgres', /version of its image/],
  'an image from a named host': [
    /valkey\/valkey:8-alpine/,
    'mirror.example.org/valkey:8',
    /version of its image/,
  ],
  'a secret with a default': [
    /\$\{HUB_SECRET:\?[^}]*\}/,
    '${HUB_SECRET:-secret}',
    /HUB_SECRET must be required/,
  ],
  'waiting for health that nobody checks': [
    /mail:\n {8}condition: service_started/,
    'mail:\n        condition: service_healthy',
    /no check of it/,
  ],
};

const brokenDockerfile = {
  'an instruction that does not exist': ['WORKDIR /app', 'WORKDRI /app', /Unknown instruction/i],
  'a base image that moves': [/node:26-bookworm-slim/, 'node:latest', /must name a version/],
  'running as root': ['USER node\n', '', /must not run as root/],
  'no health check': [/HEALTHCHECK.*\n.*\n/, '', /HEALTHCHECK must ask/],
  'a shell between the signal and the hub': [
    /\nCMD \[.*\]/,
    '\nCMD node server/dist/src/main.js',
    /exec form/,
  ],
  'another signal to stop': ['STOPSIGNAL SIGTERM', 'STOPSIGNAL SIGKILL', /must be SIGTERM/],
};

for (const [problems, text, breaks] of [
  [composeProblems, compose, brokenCompose],
  [dockerfileProblems, file, brokenDockerfile],
]) {
  for (const [title, [sound, broken, says]] of Object.entries(breaks)) {
    test(`refuses ${title}`, () => {
      assert.notEqual(text.replace(sound, broken), text, 'the fault was not planted');
      assert.match(problems(text.replace(sound, broken)).join('\n'), says);
    });
  }
}
