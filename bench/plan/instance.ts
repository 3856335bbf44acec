import type { PlanExpert, PlanRequest } from '../../server/src/matching/assignment.ts';

export interface Size {
  experts: number;
  requests: number;
  /** Candidates of each request. */
  candidates: number;
  /** Capacity of all experts together, as a share of the seats; null leaves everyone one to three asks. */
  supply: number | null;
}

export interface Instance {
  experts: (PlanExpert & { groups: string[] })[];
  requests: PlanRequest[];
  seats: number;
}

/**
 * Experts in topics, some sought by many: a request's candidates come half from its own topic, so that requests of one topic
 * compete, and the scores of one person are alike. The same size always gives the same instance.
 */
export function instance({ experts: count, requests: wanted, candidates, supply }: Size): Instance {
  const random = seeded(count * 31 + wanted);
  const topics = Math.max(5, Math.round(wanted / 10));
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const strength = Array.from({ length: count }, () => random());
  const experts = strength.map((_, at) => ({
    id: `e${String(at).padStart(6, '0')}`,
    load: between(0, 2),
    capacity: between(1, 3),
    groups: [
      `region:${between(1, 6)}`,
      `profession:${between(1, 8)}`,
      `organisation:${between(1, Math.max(2, Math.round(count / 25)))}`,
      ...(random() < 0.3 ? ['newcomer'] : []),
    ],
  }));
  const requests = Array.from({ length: wanted }, (_, at): PlanRequest => {
    const topic = between(0, topics - 1);
    const chosen = new Map<number, number>();
    while (chosen.size < Math.min(candidates, count)) {
      const own = random() < 0.5;
      const place = own
        ? (topic + topics * between(0, Math.floor(count / topics) - 1)) % count
        : between(0, count - 1);
      const score = 0.25 + 0.35 * (strength[place] ?? 0) + 0.3 * random() + (own ? 0.1 : 0);
      if (!chosen.has(place)) chosen.set(place, Math.min(1, score));
    }
    return {
      id: `r${String(at).padStart(5, '0')}`,
      needed: between(3, 10),
      candidates: [...chosen].map(([place, score]) => ({ expertId: experts[place]?.id ?? '', score })),
    };
  });
  const seats = requests.reduce((sum, { needed }) => sum + needed, 0);
  if (supply !== null) spread(experts, Math.round(seats * supply), random);
  return { experts, requests, seats };
}

/** So many asks in all, given to people by chance, at most three to one. */
function spread(experts: PlanExpert[], asks: number, random: () => number): void {
  for (const expert of experts) expert.capacity = 0;
  for (let left = asks; left > 0;) {
    const expert = experts[Math.floor(random() * experts.length)];
    if (!expert || expert.capacity >= 3) continue;
    expert.capacity += 1;
    left -= 1;
  }
}

/** A small generator of our own (Lehmer's, with the modulus of Park and Miller), so that figures can be had again. */
function seeded(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
