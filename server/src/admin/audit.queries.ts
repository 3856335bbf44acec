import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Person } from '../people/person.ts';
import { adminOnly, type Context } from '../people/viewer.ts';
import {
  connectionOf,
  encodeCursor,
  momentCursor,
  PageArgs,
  pageOf,
  pageSize,
  type Connection,
} from '../platform/connection.ts';
import { badInput } from '../platform/errors.ts';
import { Day } from '../platform/instant.ts';
import { rows, sql } from '../platform/sql.ts';
import { changesOf, type AuditChange as Change } from './audit.changes.ts';
import { auditRows, type AuditRow } from './audit.rows.ts';

@ObjectType({ description: 'One thing that a deed changed.' })
export class AuditChange implements Change {
  @Field(() => String, { description: 'What, such as role or name.' }) name: string;
  @Field(() => String, { nullable: true, description: 'What it was.' }) before: string | null;
  @Field(() => String, { nullable: true, description: 'What it became.' }) after: string | null;
}

@ObjectType({ description: 'What a deed was done to, as far as the admin may know of it.' })
export class AuditTarget {
  @Field(() => String, { description: 'person, group, strand, request, match run, type or weights.' })
  kind: string;
  @Field(() => String, {
    nullable: true,
    description: 'Its name today; null for what only its members may know of.',
  })
  name: string | null;
  @Field(() => String, { nullable: true, description: 'Where it is found, if it has a page.' }) path:
    string | null;
}

@ObjectType({ description: 'One deed on record.' })
export class AuditEntry {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => Date, { description: 'When.' }) at: Date;
  @Field(() => String, { description: 'What was done, as the mutation is called.' }) verb: string;
  @Field(() => Person, { nullable: true, description: 'Who; null once their account is erased.' })
  actor: Person | null;
  @Field(() => AuditTarget, { description: 'To what.' }) target: AuditTarget;
  @Field(() => String, { nullable: true, description: 'Why, where they said so.' }) reason: string | null;
}

const AuditConnection = connectionOf(AuditEntry);

@ArgsType()
class AuditArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or handle of who did it, or to whom.',
  })
  who?: string | null;
  @Field(() => String, { nullable: true, description: 'What was done, as the mutation is called.' })
  verb?: string | null;
  @Field(() => Day, { nullable: true, description: 'From this day on, in UTC.' }) from?: string | null;
  @Field(() => Day, { nullable: true, description: 'Up to and with this day, in UTC.' }) to?: string | null;
}

@Resolver(() => AuditEntry)
export class AuditQueries {
  @Query(() => AuditConnection, {
    description: 'The record of what staff, admins and leads did, newest first. Admins read it.',
  })
  async auditEntries(
    @Args(() => AuditArgs) args: AuditArgs,
    @Ctx() context: Context,
  ): Promise<Connection<AuditRow>> {
    const viewer = adminOnly(context);
    const size = pageSize(args.first);
    const after = momentCursor(args.after);
    if ((args.who?.length ?? 0) > 200 || (args.verb?.length ?? 0) > 100)
      badInput('Ask for something shorter.');
    const from = after ? sql`(e.at, e.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`;
    const found = await rows<AuditRow>(
      context.em,
      sql`${auditRows(viewer.id, args)} and ${from} order by e.at desc, e.id desc limit ${size + 1}`,
    );
    return pageOf(found, size, ({ at, id }) => encodeCursor(at, id), after !== null);
  }

  @Query(() => [String], {
    description: 'What is on record, each deed once, as the mutations are called. Admins read it.',
  })
  async auditVerbs(@Ctx() context: Context): Promise<string[]> {
    adminOnly(context);
    const found = await rows<{ verb: string }>(
      context.em,
      sql`select distinct verb from audit_entry order by verb`,
    );
    return found.map(({ verb }) => verb);
  }

  @FieldResolver(() => [AuditChange], {
    description: 'What it changed; nothing for what only its members may know of.',
  })
  changes(@Root() row: AuditRow): Change[] {
    return row.target.name === null ? [] : changesOf(row.before, row.after);
  }

  @FieldResolver(() => String, { nullable: true })
  reason(@Root() row: AuditRow): string | null {
    return row.target.name === null ? null : row.reason;
  }
}
