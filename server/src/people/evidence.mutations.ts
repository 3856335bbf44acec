import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import * as say from '../platform/say/generated/people.ts';
import { closedDoor } from '../platform/errors.ts';
import { isId, newId } from '../platform/ids.ts';
import { ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import { keyOf, readEvidenceFile } from './evidence.file.ts';
import {
  AddEvidenceFileInput,
  AddEvidenceInput,
  EditEvidenceInput,
  RemoveEvidenceInput,
} from './evidence.input.ts';
import {
  AddEvidenceFilePayload,
  AddEvidenceFileResult,
  AddEvidencePayload,
  AddEvidenceResult,
  EditEvidencePayload,
  EditEvidenceResult,
  RemoveEvidencePayload,
  RemoveEvidenceResult,
} from './evidence.payloads.ts';
import { EvidenceSource } from './evidence.ts';
import { readEvidence, whyFileTooLong, whyTooMuchEvidence } from './evidence.words.ts';
import { writeEvidence } from './evidence.writing.ts';
import { tellOfProfile } from './person.events.ts';
import { lockOwnProfile } from './person.policy.ts';
import type { Profile } from './profile.ts';
import type { Context } from './viewer.ts';

@Resolver()
export class EvidenceMutations {
  @Mutation(() => AddEvidenceResult, { description: 'Adds a piece of evidence to one’s own profile.' })
  async addEvidence(
    @Arg('input', () => AddEvidenceInput, { description: 'What to add.' }) input: AddEvidenceInput,
    @Ctx() context: Context,
  ): Promise<AddEvidencePayload | Rejected> {
    const { personId, profile } = await lockOwn(context);
    const { facts, problems } = readEvidence(input);
    const all = problemsOf(...problems, whyTooMuchEvidence(await countOf(context, personId), 1));
    if (all.length > 0) return reject(...all);

    const id = newId();
    const put = [{ id, ...facts, source: EvidenceSource.OWN }];
    await writeEvidence(context.em, [{ personId, put }]);
    changed(context, profile);
    return new AddEvidencePayload({ person: personId, evidence: id });
  }

  @Mutation(() => EditEvidenceResult, {
    description: 'Puts a piece of one’s own evidence better. What the hub noted is not changed.',
  })
  async editEvidence(
    @Arg('input', () => EditEvidenceInput, { description: 'What it shall say.' }) input: EditEvidenceInput,
    @Ctx() context: Context,
  ): Promise<EditEvidencePayload | Rejected> {
    const { personId, profile } = await lockOwn(context);
    const id = input.evidenceId;
    const source = await openOwn(context, personId, id);
    const { facts, problems } = readEvidence(input);
    const all = problemsOf(whyNotEdit(source), ...problems);
    if (all.length > 0) return reject(...all);

    await writeEvidence(context.em, [{ personId, put: [{ id, ...facts, source }] }]);
    changed(context, profile);
    return new EditEvidencePayload({ person: personId, evidence: id });
  }

  @Mutation(() => RemoveEvidenceResult, { description: 'Takes a piece of one’s own evidence out.' })
  async removeEvidence(
    @Arg('input', () => RemoveEvidenceInput, { description: 'Which.' }) input: RemoveEvidenceInput,
    @Ctx() context: Context,
  ): Promise<RemoveEvidencePayload | Rejected> {
    const { personId, profile } = await lockOwn(context);
    await openOwn(context, personId, input.evidenceId);
    await writeEvidence(context.em, [{ personId, remove: [input.evidenceId] }]);
    changed(context, profile);
    return new RemoveEvidencePayload({ person: personId });
  }

  @Mutation(() => AddEvidenceFileResult, {
    description:
      'Adds every good line of a file to one’s own evidence. Bad lines, and those that are there already, are left out whole; a file without a good one is refused.',
  })
  async addEvidenceFile(
    @Arg('input', () => AddEvidenceFileInput, { description: 'The file.' }) input: AddEvidenceFileInput,
    @Ctx() context: Context,
  ): Promise<AddEvidenceFilePayload | Rejected> {
    const { personId, profile } = await lockOwn(context);
    const tooLong = whyFileTooLong(input.text);
    if (tooLong) return reject(tooLong);
    const read = readEvidenceFile(input.text, input.format);
    const held = await rows<{ title: string; body: string }>(
      context.em,
      sql`select title, body from evidence where person_id = ${personId}`,
    );
    const known = new Set(held.map(keyOf));
    const fresh = read.flatMap((line) =>
      'facts' in line && !known.has(keyOf(line.facts)) ? line.facts : [],
    );
    const nothing = { code: ProblemCode.NOT_VALID, field: 'text', message: say.fileNothing() };
    const all = problemsOf(
      fresh.length === 0 ? nothing : null,
      whyTooMuchEvidence(held.length, fresh.length),
    );
    if (all.length > 0) return reject(...all);

    const put = fresh.map((facts) => ({ id: newId(), ...facts, source: EvidenceSource.OWN }));
    await writeEvidence(context.em, [{ personId, put }]);
    changed(context, profile);
    return new AddEvidenceFilePayload({ person: personId, added: String(fresh.length) });
  }
}

/** Evidence is added piece by piece: what else changed on the profile stands in nobody's way. */
async function lockOwn(context: Context) {
  const { person, profile } = await lockOwnProfile(context, 0);
  return { personId: person.id, profile };
}

/** Another person's evidence, and none at all, are the same closed door. */
async function openOwn({ em }: Context, personId: string, id: string): Promise<EvidenceSource> {
  const row = isId(id)
    ? await firstRow<{ source: EvidenceSource }>(
        em,
        sql`select source from evidence where id = ${id} and person_id = ${personId}`,
      )
    : null;
  return row?.source ?? closedDoor();
}

/** A mark that the hub saw the work would say nothing if its words could be changed. */
function whyNotEdit(source: EvidenceSource): Problem | null {
  if (source !== EvidenceSource.HUB) return null;
  return { code: ProblemCode.NOT_ALLOWED, message: say.evidenceOfTheHub() };
}

async function countOf({ em }: Context, personId: string): Promise<number> {
  const query = sql`select count(*)::int as count from evidence where person_id = ${personId}`;
  return (await firstRow<{ count: number }>(em, query))?.count ?? 0;
}

function changed({ em }: Context, profile: Profile): void {
  profile.version += 1;
  em.persist(profile);
  tellOfProfile(em, profile);
}
