// `npm run bench:plan`: how long a plan over all requests takes, how near it is to the best, and how it shares what is scarce.
import { planOf, type Plan } from '../server/src/matching/assignment.ts';
import { solve, solveWithin } from '../server/src/matching/solve.ts';
import { instance, type Instance, type Size } from './plan/instance.ts';
import { rules } from './plan/rules.ts';

interface Measured {
  made: Plan & { gap?: number };
  seconds: number;
  /** Of processor time: on a busy machine the fairer figure. */
  cpu: number;
}

const ROUNDS = 5;
const usual: Size = { experts: 2_000, requests: 200, candidates: 100, supply: null };
const large: Size = { experts: 20_000, requests: 1_000, candidates: 100, supply: null };
const scarce = 0.63;
const missed: string[] = [];

for (const [size, bar] of [
  [usual, 1.5],
  [{ ...usual, supply: scarce }, 1.5],
  [large, 10],
  [{ ...large, supply: scarce }, 10],
] as const) {
  const one = instance(size);
  const flow = await measure(() => planOf(one.requests, one.experts));
  const program = await measure(() => solveWithin(one.requests, one.experts, []), 1);
  const off = Math.abs(flow.made.cost - program.made.cost) / program.made.cost;
  told(`${named(size, one)}, flow`, flow, bar);
  told(`${named(size, one)}, HiGHS`, program, Infinity);
  hold(`${named(size, one)}: the flow costs the best, to ${(100 * off).toFixed(6)} %`, off <= 0.001);
  if (size.supply !== null) share(one, flow.made);
}
for (const [size, bar] of [
  [usual, 5],
  [{ ...usual, supply: scarce }, 5],
  [large, Infinity],
] as const) {
  const one = instance(size);
  const rows = rules(one);
  const plan = await measure(() => solve(one.requests, one.experts, rows), 1);
  told(`${named(size, one)}, ${rows.length} rows`, plan, bar);
  const gap = plan.made.gap ?? 1;
  hold(`${named(size, one)}: within rules at most ${(100 * gap).toFixed(3)} % from the best`, gap <= 0.001);
}
for (const one of missed) console.error(`Missed: ${one}`);
process.exitCode = missed.length > 0 ? 1 : 0;

/** What rising costs of empty seats do for the worst served, and what they cost in fit. */
function share(one: Instance, plan: Plan): void {
  const level = planOf(one.requests, one.experts, { emptyCost: () => 2 });
  const kept = fit(plan) / fit(level);
  const text = (made: Plan) => `${(100 * worst(one, made)).toFixed(0)} %`;
  console.log(`  worst-served request: ${text(level)} of its seats at level costs, ${text(plan)} as it is`);
  hold(
    `the worst served has a third of its seats or more, at ${(100 * kept).toFixed(1)} % of the fit`,
    worst(one, plan) >= 1 / 3 && kept >= 0.97,
  );
}

function fit({ assigned }: Plan): number {
  return assigned.reduce((sum, { score }) => sum + score, 0);
}

function worst({ requests }: Instance, { unfilled }: Plan): number {
  return Math.min(...requests.map(({ id, needed }) => 1 - (unfilled.get(id) ?? 0) / needed));
}

async function measure(
  make: () => Measured['made'] | Promise<Measured['made']>,
  rounds = ROUNDS,
): Promise<Measured> {
  const all: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    const [started, used] = [performance.now(), process.cpuUsage()];
    const made = await make();
    const { user, system } = process.cpuUsage(used);
    all.push({ made, seconds: (performance.now() - started) / 1_000, cpu: (user + system) / 1e6 });
  }
  const [middle] = all.sort((one, other) => one.cpu - other.cpu).slice(Math.floor(rounds / 2));
  if (!middle) throw new Error('Nothing was measured.');
  return middle;
}

function told(name: string, { made, seconds, cpu }: Measured, bar: number): void {
  const asked = `${made.assigned.length} asked, cost ${made.cost.toFixed(4)}`;
  console.log(`${name}: ${seconds.toFixed(2)} s (${cpu.toFixed(2)} s of processor), ${asked}`);
  // One thread does all of it: on a machine with nothing else to do this is how long it takes.
  if (cpu > bar) missed.push(`${name} took ${cpu.toFixed(2)} s; ${bar} s is the bar.`);
}

function hold(says: string, isTrue: boolean): void {
  console.log(`  ${isTrue ? 'ok' : 'MISSED'}: ${says}`);
  if (!isTrue) missed.push(says);
}

function named({ experts, requests, supply }: Size, { seats }: Instance): string {
  const of = supply === null ? '' : `, asks for ${100 * supply} % of the seats`;
  return `${experts} × ${requests}, ${seats} seats${of}`;
}
