import { Arg, Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import {
  connectionOf,
  decodeCursor,
  encodeCursor,
  PageArgs,
  pageOf,
  pageSize,
  type Connection,
} from '../platform/connection.ts';
import { badInput } from '../platform/errors.ts';
import { isId } from '../platform/ids.ts';
import * as say from '../platform/say/generated/people.ts';
import { rows, sql } from '../platform/sql.ts';
import { keyOf, readEvidenceFile } from './evidence.file.ts';
import { EvidenceFormat } from './evidence.input.ts';
import { evidenceCounts, evidencePage, type EvidencePage } from './evidence.loaders.ts';
import { Evidence, EvidenceKind, type EvidenceFacts } from './evidence.ts';
import { whyFileTooLong } from './evidence.words.ts';
import type { ProfileRow } from './profile.rows.ts';
import { Profile } from './profile.ts';
import { signedIn, type Context } from './viewer.ts';

const EvidenceConnection = connectionOf(Evidence, 'EvidenceItem');

@ObjectType({ description: 'A line of a file of evidence that would be added.' })
export class EvidenceLine {
  @Field(() => Int, { description: 'Its number in the file, from 1.' }) line: number;
  @Field(() => EvidenceKind, { description: 'What it is a record of.' }) kind: EvidenceKind;
  @Field(() => String, { description: 'What it is called.' }) title: string;
  @Field(() => String, { description: 'What was done.' }) body: string;
  @Field(() => String, { nullable: true, description: 'When, as an ISO date.' }) day: string | null;
}

@ObjectType({ description: 'A line of a file of evidence that would be left out.' })
export class EvidenceFault {
  @Field(() => Int, { description: 'Its number in the file, from 1.' }) line: number;
  @Field(() => [String], { description: 'Every reason, as sentences.' }) says: string[];
}

@ObjectType({ description: 'What would become of a file of evidence. Nothing is kept of it.' })
export class EvidencePreview {
  @Field(() => [EvidenceLine], { description: 'The lines that would be added.' }) lines: EvidenceLine[];
  @Field(() => [EvidenceFault], { description: 'The lines that would be left out.' }) faults: EvidenceFault[];
}

@Resolver(() => Profile)
export class EvidenceQueries {
  @FieldResolver(() => EvidenceConnection, {
    nullable: true,
    description: 'What they did, in words, the latest first.',
  })
  async evidence(
    @Root() { id }: ProfileRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<EvidenceFacts> | null> {
    const size = pageSize(first);
    const from = dayCursor(after);
    const found = await evidencePage(context, { personId: id, limit: size + 1, after: from });
    return found && pageOf(found, size, (row) => encodeCursor(row.day ?? '', row.id), from !== null);
  }

  @FieldResolver(() => Int, { description: 'How many pieces of evidence the viewer may read of them.' })
  evidenceCount(@Root() { id }: ProfileRow, @Ctx() context: Context): Promise<number> {
    return evidenceCounts(context, id);
  }

  @Query(() => EvidencePreview, {
    description: 'What would become of a file of evidence on the viewer’s profile, line by line.',
  })
  async evidencePreview(
    @Arg('format', () => EvidenceFormat, { description: 'How it is written.' }) format: EvidenceFormat,
    @Arg('text', () => String, { description: 'What stands in it, up to 200,000 characters.' }) text: string,
    @Ctx() context: Context,
  ): Promise<EvidencePreview> {
    const { id } = signedIn(context);
    const tooLong = whyFileTooLong(text);
    if (tooLong) badInput(tooLong.message);
    const held = await rows<{ title: string; body: string }>(
      context.em,
      sql`select title, body from evidence where person_id = ${id}`,
    );
    const known = new Set(held.map(keyOf));
    const preview: EvidencePreview = { lines: [], faults: [] };
    for (const read of readEvidenceFile(text, format)) {
      if ('says' in read) preview.faults.push(read);
      else if (known.has(keyOf(read.facts)))
        preview.faults.push({ line: read.line, says: [say.lineKnown()] });
      else preview.lines.push({ line: read.line, ...read.facts });
    }
    return preview;
  }
}

/** A cursor of a day, or none, and an id. */
function dayCursor(after: string | null | undefined): EvidencePage['after'] {
  const values = decodeCursor(after, ['string', 'string']);
  if (!values) return null;
  const [day, id] = values as [string, string];
  const isDay = day === '' || /^\d{4}-\d{2}-\d{2}$/.test(day);
  return isDay && isId(id) ? { day, id } : badInput('This cursor is not one of ours.');
}
