// Says what is wrong with the lockfile: where it was made, what it would run, and what is older than is safe.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Every reason not to install from this lockfile, as sentences. */
export function lockfileProblems(lock, { allowScripts = {} }, floors) {
  const installed = Object.entries(lock.packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && !link)
    .map(([path, entry]) => ({ ...entry, path, name: path.slice(path.lastIndexOf('node_modules/') + 13) }));

  return [...whereFrom(installed), ...whatRuns(installed, allowScripts), ...howOld(installed, floors)];
}

// An address would tie every clone to the registry that one of us happened to use.
function whereFrom(installed) {
  return installed.flatMap(({ path, resolved, integrity }) => [
    ...(resolved
      ? [`${path} names the address it came from; install with omit-lockfile-registry-resolved`]
      : []),
    ...(integrity ? [] : [`${path} has no integrity`]),
  ]);
}

// Named either way, `true` or `false`, somebody has looked at the script.
function whatRuns(installed, allowScripts) {
  return installed
    .filter(({ hasInstallScript, name }) => hasInstallScript && !(name in allowScripts))
    .map(({ name }) => `${name} has an install script; name it in package.json's allowScripts`);
}

function howOld(installed, floors) {
  return installed
    .filter(({ name }) => name in floors)
    .flatMap(({ name, path, version }) => {
      const { floor, below, because } = floors[name];
      if (isOlder(version, floor)) return [`${path} is ${version}, below ${floor} (${because})`];
      return below && !isOlder(version, below)
        ? [`${path} is ${version}, not below ${below} (${because})`]
        : [];
    });
}

// Releases only: a prerelease of the floor itself counts as older.
function isOlder(version, than) {
  const [release, pre] = version.split(/-(.*)/s);
  const [ours, theirs] = [release, than].map((text) => text.split('.').map(Number));
  const at = ours.findIndex((part, index) => part !== theirs[index]);
  return at === -1 ? Boolean(pre) : ours[at] < theirs[at];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
  const problems = lockfileProblems(
    read('package-lock.json'),
    read('package.json'),
    read('security/floors.json'),
  );
  console.log(problems.length ? problems.join('\n') : 'lockfile: nothing stands against installing from it.');
  process.exitCode = problems.length ? 1 : 0;
}
