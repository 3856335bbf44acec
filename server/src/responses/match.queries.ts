import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Match } from '../matching/match.ts';
import { viewerId, type Context } from '../people/viewer.ts';
import { batch } from '../platform/batch.ts';
import { rows, sql } from '../platform/sql.ts';
import { responseRows, type ResponseRow } from './response.policy.ts';
import { Response } from './response.ts';

const responseOf = batch<string, ResponseRow | null>(async (em, keys, context) => {
  const requestIds = [...new Set(keys.map((key) => key.split(':')[0] ?? ''))];
  const me = viewerId(context as Context);
  const found = await rows<ResponseRow>(em, responseRows(me, sql`r.id = any(${requestIds}::uuid[])`));
  return new Map(found.map((row) => [`${row.requestId}:${row.person.id}`, row]));
}, null);

@Resolver(() => Match)
export class MatchResponses {
  @FieldResolver(() => Response, {
    nullable: true,
    description: 'How far their response to this request has come, if there is one.',
  })
  response(@Root() { requestId, personId }: Match, @Ctx() context: Context): Promise<ResponseRow | null> {
    return responseOf(context, `${requestId}:${personId}`);
  }
}
