// `npm run bench:matching`: a whole match with its explanations among many synthetic experts, in process, beside a bare loop.
// What reading packed rows takes is not in it.
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { Community, type Member } from '../server/dist/src/matching/engine/community.js';
import { itemsOf } from '../server/dist/src/matching/engine/items.js';
import { pack } from '../server/dist/src/matching/engine/packed.js';
import { essential, expert, request, speaks, TODAY } from '../server/dist/src/matching/matching.cast.js';
import { rankingWith } from '../server/dist/src/matching/rank.js';

const { values: asked } = parseArgs({
  options: { experts: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '40' } },
});
const [count, rounds] = [Number(asked.experts), Number(asked.rounds)];
const SHOWN = 20;
const SHORT_LIST = 1_000;

let state = 7;
function chance(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}
/** Words as people use them: few often, most seldom (Zipf), and a quarter of them of a topic. */
function words(length: number, topic: number): string {
  return Array.from({ length }, () => {
    const isTopical = chance() < 0.25;
    const word = Math.floor(60_000 ** chance());
    return isTopical ? `topic${topic}x${word % 60}` : `word${word}`;
  }).join(' ');
}
function memberOf(n: number, version: number): Member {
  const id = `e${String(n).padStart(8, '0')}`;
  const topic = n % 300;
  const texts = [0, 1, 2, 3].map((at) => ({
    id: `${id}-${at}`,
    title: `Work ${at}`,
    text: words(33, topic),
  }));
  const specialties = [`craft${n % 60} of the ${n % 7 ? 'ward' : 'theatre'}`];
  const languages = [speaks('en', 'NATIVE'), ...(n % 3 ? [] : [speaks('fr', 'C1')])];
  const facts = expert({ id, specialties, languages, evidenceTexts: texts });
  return { id, version, terms: pack(itemsOf(facts)), facts: { ...facts, evidenceTexts: [] } };
}

const community = new Community();
for (let n = 0; n < count; n++) community.apply([memberOf(n, 1)], []);
const boot = timed(() => community.now());
const { megabytes } = community.report();

const matches: number[] = [];
const choosy: number[] = [];
const alone: number[] = [];
const edits: number[] = [];
for (let round = 0; round < rounds; round++) {
  const ask = request({ title: '', problem: words(160, round % 300), desiredOutcome: '' });
  const essentials = [
    essential({ kind: 'EXPERTISE', value: `craft${round % 60}` }),
    essential({ kind: 'LANGUAGE', value: 'fr:speaking', level: 'B2' }),
  ];
  const match = (criteria: typeof essentials = []) => {
    const { experts, index } = community.now();
    const asks = { ...ask, criteria };
    const { standings, explain } = rankingWith(asks, experts, { today: TODAY, index, most: SHORT_LIST });
    return standings.slice(0, SHOWN).map(explain);
  };
  const from = process.threadCpuUsage();
  matches.push(timed(() => match()));
  const { user, system } = process.threadCpuUsage(from);
  alone.push((user + system) / 1_000);
  choosy.push(timed(() => match(essentials)));
  edits.push(
    timed(() => (community.apply([memberOf((round * 997) % count, 2 + round)], []), community.now())),
  );
}

/** What the machine does at best: 0.66 million scattered additions, as many as a long request has among 100,000. */
const places = Uint32Array.from({ length: 660_000 }, () => Math.floor(chance() * 400_000));
const sums = new Float64Array(400_000);
const bare = Array.from({ length: rounds }, () =>
  timed(() => {
    for (let n = 0; n < places.length; n++) {
      const place = places[n] ?? 0;
      sums[place] = (sums[place] ?? 0) + 0.5;
    }
  }),
);

const loop = at(bare, 0.5);
console.log(
  `${count} experts, a request of 160 words, ${SHOWN} explained; the bare loop takes ${loop.toFixed(2)} ms`,
);
console.log(`match      p50 ${told(at(matches, 0.5))}  p95 ${told(at(matches, 0.95))}`);
console.log(
  `  of which its own thread, without the collector’s: p50 ${told(at(alone, 0.5))}  p95 ${told(at(alone, 0.95))}`,
);
console.log(
  `the same with an expertise and a language to have: p50 ${told(at(choosy, 0.5))}  p95 ${told(at(choosy, 0.95))}`,
);
console.log(`edit       p50 ${told(at(edits, 0.5))}  p95 ${told(at(edits, 0.95))}`);
console.log(`freezing   ${(boot / 1_000).toFixed(2)} s`);
console.log(`memory     ${Math.round(process.memoryUsage().rss / 1e6)} MB in all, ${megabytes} MB of index`);

function told(ms: number): string {
  return `${ms.toFixed(1)} ms (${(ms / loop).toFixed(1)} loops)`;
}

/** Milliseconds of a processor: what else the machine does counts for nothing. */
function timed(work: () => unknown): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
}

function at(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(share * (values.length - 1))] ?? 0;
}
