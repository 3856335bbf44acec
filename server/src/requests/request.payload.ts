import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../people/viewer.ts';
import { Payload } from '../platform/payload.ts';
import { openRequest, type RequestRow } from './request.policy.ts';
import { Request } from './request.ts';

/** What every mutation of a request answers with. Each extends it under a name of its own. */
@ObjectType({ description: 'A request that was changed.' })
export class RequestPayload extends Payload<'request'> {
  @Field(() => Request, { description: 'As it now stands.' })
  request(@Ctx() context: Context): Promise<RequestRow> {
    return openRequest(context, this.ids.request);
  }
}
