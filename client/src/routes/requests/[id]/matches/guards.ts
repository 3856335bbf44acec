import type { MatchRowFragment } from '#lib/api/generated/operations.ts';
import { words as say } from '#lib/say/generated/matches.ts';

const ACTIVE = {
  WEEK: say.activeWeek,
  MONTH: say.activeMonth,
  QUARTER: say.activeQuarter,
  LONGER: say.activeLonger,
};

type Guarded = Pick<MatchRowFragment, 'openInvitations' | 'load' | 'loadCap' | 'asksLastYear' | 'lastActive'>;

/** What to think of before asking somebody again: what waits with them, what they carry, when they were last here. */
export function guardsOf({ openInvitations, load, loadCap, asksLastYear, lastActive }: Guarded): string[] {
  return [
    say.openInvitations({ count: openInvitations }),
    loadCap === null || loadCap === undefined
      ? say.carries({ count: load })
      : say.carriesOf({ count: load, cap: loadCap }),
    say.askedLastYear({ count: asksLastYear }),
    ACTIVE[lastActive](),
  ];
}

/** Their name once it is told, otherwise what they are called until then. */
export function calledIn({
  alias,
  expert,
}: Pick<MatchRowFragment, 'alias'> & { expert?: { displayName: string } | null }): string {
  return expert?.displayName ?? say.expert({ alias });
}
