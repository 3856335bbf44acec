import { Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { firstRow, rows, sql } from '../platform/sql.ts';
import { deviceName } from './device.ts';
import { signedIn, type Context } from './viewer.ts';

@ObjectType({ description: 'A device on which a person is signed in.' })
export class OpenSession {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => String, {
    nullable: true,
    description: 'Browser and system, as in “Firefox on Windows”; null when it does not say.',
  })
  device: string | null;
  @Field(() => Date, { description: 'When they signed in there.' }) since: Date;
  @Field(() => Date, { description: 'When it was last seen, to within an hour.' }) lastSeenAt: Date;
  @Field(() => Boolean, { description: 'The one that asks this.' }) isThisOne: boolean;
}

@ObjectType({ description: 'How one signs in, and where one is signed in. Told to oneself alone.' })
export class OwnAccount {
  @Field(() => String, { description: 'The address one signs in with.' }) email: string;
  @Field(() => Boolean, { description: 'A password was chosen.' }) hasPassword: boolean;
  @Field(() => Boolean, { description: 'A code from an app is asked for after the password.' })
  hasSecondStep: boolean;
  @Field(() => [OpenSession], {
    description: 'Where one is signed in, this device first, then the latest seen.',
  })
  sessions: OpenSession[];
}

type AccountRow = Omit<OwnAccount, 'sessions'>;
type SessionRow = Omit<OpenSession, 'device'> & { userAgent: string | null };

@Resolver(() => OwnAccount)
export class OwnAccountQueries {
  @Query(() => Boolean, {
    description: 'The viewer is staff, and has the rights of a member until they set up a second step.',
  })
  needsSecondStep(@Ctx() { viewer }: Context): boolean {
    return viewer?.needsSecondStep ?? false;
  }

  @Query(() => OwnAccount, { description: 'How one signs in, and where one is signed in.' })
  async account(@Ctx() context: Context): Promise<OwnAccount> {
    const { id, sessionId } = signedIn(context);
    const account = await firstRow<AccountRow>(
      context.em,
      sql`
      select email, two_factor_enabled as "hasSecondStep",
        exists (select 1 from account a where a.user_id = p.id and a.password is not null) as "hasPassword"
      from person p where p.id = ${id}`,
    );
    if (!account) throw new Error('The viewer has no row.');
    const sessions = await rows<SessionRow>(
      context.em,
      sql`
      select id, user_agent as "userAgent", created_at as since, updated_at as "lastSeenAt",
        id::text = ${sessionId} as "isThisOne"
      from session where user_id = ${id} and expires_at > now()
      order by id::text = ${sessionId} desc, updated_at desc, id desc limit 100`,
    );
    return {
      ...account,
      sessions: sessions.map(({ userAgent, ...session }) => ({ ...session, device: deviceName(userAgent) })),
    };
  }
}
