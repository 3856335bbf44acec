import type { PlanRow } from '../../server/src/matching/program.ts';
import type { Instance } from './instance.ts';

/** For every request: newcomers, three regions and a profession to be among them, and of no organisation more than one. */
export function rules({ experts, requests }: Instance): PlanRow[] {
  const groupsOf = new Map(experts.map(({ id, groups }) => [id, groups]));
  return requests.flatMap(({ id, needed, candidates }): PlanRow[] => {
    const members = new Map<string, Set<string>>();
    for (const { expertId } of candidates)
      for (const group of groupsOf.get(expertId) ?? [])
        members.set(group, (members.get(group) ?? new Set<string>()).add(expertId));
    const row = (kind: PlanRow['kind'], seats: number, group: string): PlanRow => ({
      kind,
      seats,
      requestIds: new Set([id]),
      expertIds: members.get(group) ?? new Set(),
    });
    const crowded = [...members].filter(([group, { size }]) => group.startsWith('organisation:') && size > 1);
    return [
      row('AT_LEAST', Math.floor(needed / 3), 'newcomer'),
      ...['region:1', 'region:2', 'region:3', 'profession:1'].map((group) => row('AT_LEAST', 1, group)),
      ...crowded.map(([group]) => row('AT_MOST', 1, group)),
    ];
  });
}
