import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Person } from '../people/person.ts';
import type { PersonRow } from '../people/person.queries.ts';
import type { Context } from '../people/viewer.ts';
import { isoInstant } from '../platform/instant.ts';
import { Problem } from '../platform/results.ts';
import { whyNotEdit } from './request.abilities.ts';
import { whyNotReady } from './request.checks.ts';
import { criteriaShown, decidersOf } from './request.loaders.ts';
import { essentials } from './request.parts.ts';
import type { RequestRow } from './request.policy.ts';
import { Request } from './request.ts';

/** What those who write a request see of it. */
@Resolver(() => Request)
export class RequestAuthoring {
  @FieldResolver(() => [Problem], {
    description: 'What it still lacks before others may see it, for whoever may edit it; none for others.',
  })
  async lacks(@Root() row: RequestRow, @Ctx() context: Context): Promise<Problem[]> {
    if (whyNotEdit(row)) return [];
    const { problem, desiredOutcome, contributionTypes, effortHours } = row;
    const closesAt = row.closesAt && new Date(isoInstant(row.closesAt));
    const criteria = await criteriaShown(context, row.id);
    return whyNotReady(
      {
        problem: problem ?? '',
        desiredOutcome: desiredOutcome ?? '',
        contributionTypes,
        effortHours,
        closesAt,
      },
      essentials(criteria),
      new Date(),
    );
  }

  @FieldResolver(() => [Person], {
    description: 'The staff who decide on it; none unless read in full.',
  })
  deciders(@Root() row: RequestRow, @Ctx() context: Context): Promise<PersonRow[]> {
    return decidersOf(context, row.id);
  }
}
