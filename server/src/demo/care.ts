import type { Discussion } from '../discussions/discussion.ts';
import { Following } from '../discussions/following.ts';
import type { Reply } from '../discussions/reply.ts';
import { Thanks } from '../discussions/thanks.ts';
import type { Person } from '../people/person.ts';
import type { EntityManager } from '../platform/database.ts';
import known from './care.json' with { type: 'json' };

/** How a discussion of the demo is looked after, found by its title. */
interface DemoCare {
  title: string;
  /** Where it stands, by the lead of its group. */
  context?: string;
  /** The number of the reply that answers it, chosen by whoever asked. */
  answer?: number;
  /** By whoever started it. */
  closingNote?: string;
  /** How many people thank for a reply, by its number. */
  thanks?: Record<string, number>;
}

export const demoCare = known as unknown as DemoCare[];

/** Whoever started it follows it; the rest is as the file says. The first of the members leads the group. */
export function seedCare(
  em: EntityManager,
  discussion: Discussion,
  replies: Reply[],
  startedBy: Person,
  members: Person[],
): void {
  em.persist(new Following(startedBy, discussion));
  const care = demoCare.find(({ title }) => title === discussion.title);
  const [lead = startedBy] = members;
  if (care?.context) discussion.explain(care.context, lead);
  if (care?.answer) discussion.accept(care.answer, startedBy);
  if (care?.closingNote) discussion.close(startedBy, care.closingNote);
  for (const reply of replies) {
    const grateful = members.filter(({ id }) => id !== reply.author.id);
    const from = reply.number % Math.max(grateful.length, 1);
    const thanks = [...grateful.slice(from), ...grateful.slice(0, from)]
      .slice(0, care?.thanks?.[reply.number] ?? 0)
      .map((person) => new Thanks(reply, person));
    reply.thanksCount = thanks.length;
    reply.thanksVersion = thanks.length;
    em.persist(thanks);
  }
}
