import { Field, ObjectType } from 'type-graphql';
import * as say from '../platform/say/generated/people.ts';
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
    { task: say.taskHeadline(), done: Boolean(row.headline) },
    { task: say.taskProfession(), done: Boolean(row.profession) },
    { task: say.taskAbout(), done: Boolean(row.about) },
    {
      task: say.taskExpertise(),
      done: (row.expertise ?? []).some(({ evidence }) => evidence),
    },
    { task: say.taskLanguages(), done: has(row.languages) },
    { task: say.taskKinds(), done: has(row.contributionTypes) },
    {
      task: say.taskAvailability(),
      done: has(row.availability) && row.hoursAMonth !== null,
    },
    { task: say.taskOpen(), done: row.openToMatching === true },
  ];
}
