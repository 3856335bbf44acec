import { Field, ObjectType } from 'type-graphql';
import type { ProfileRow } from './profile.rows.ts';

@ObjectType({ description: 'One thing that makes a profile complete.' })
export class ProfileTask {
  @Field(() => String, { description: 'What to do, as a sentence.' }) task: string;
  @Field(() => Boolean, { description: 'It is done.' }) done: boolean;
}

/** What makes a profile one that matching can judge, in the order in which it helps. */
export function profileTasks(row: ProfileRow): ProfileTask[] {
  const has = (list: readonly unknown[] | null) => (list?.length ?? 0) > 0;
  return [
    { task: 'Say what you do in one line.', done: Boolean(row.headline) },
    { task: 'Name your profession.', done: Boolean(row.profession) },
    { task: 'Tell others about your work.', done: Boolean(row.about) },
    {
      task: 'List what you know, with what you did.',
      done: (row.expertise ?? []).some(({ evidence }) => evidence),
    },
    { task: 'List the languages you work in.', done: has(row.languages) },
    { task: 'Choose the kinds of work you offer.', done: has(row.contributionTypes) },
    {
      task: 'Say when you can work, and for how many hours.',
      done: has(row.availability) && row.hoursAMonth !== null,
    },
    { task: 'Open your profile to matching.', done: row.openToMatching === true },
  ];
}
