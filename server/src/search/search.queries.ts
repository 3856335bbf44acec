import { Args, ArgsType, Ctx, Field, Int, Query, Resolver } from 'type-graphql';
import { countryCode } from '../people/places.ts';
import type { Context } from '../people/viewer.ts';
import { decodeCursor, encodeCursor, isMoment, pageOf, pageSize } from '../platform/connection.ts';
import { badInput } from '../platform/errors.ts';
import { isId } from '../platform/ids.ts';
import { askedBy, isEmpty, type Asked, type Term } from './asked.ts';
import { discussionsFound } from './discussions.found.ts';
import { MOST_COUNTED, type Findable, type Place, type Wanted } from './found.ts';
import { groupsFound } from './groups.found.ts';
import { HitKind, Search, type Hit } from './hit.ts';
import { nearestWord, type Stretch } from './marks.ts';
import { peopleFound } from './people.found.ts';
import { requestsFound } from './requests.found.ts';

@ArgsType()
class SearchArgs {
  @Field(() => String, {
    description:
      'Words that must all be found, "a phrase", strand: and country: with a name. More than 1,000 characters are not read.',
  })
  text: string = '';

  @Field(() => HitKind, { nullable: true, description: 'Only this kind, in pages.' }) kind?: HitKind | null;
  @Field(() => String, { nullable: true, description: 'Only of this strand, by its slug or name.' })
  strand?: string | null;
  @Field(() => String, { nullable: true, description: 'Only about this country, as ISO 3166 alpha-2.' })
  country?: string | null;
  @Field(() => Int, { defaultValue: 20, description: 'How many of one kind, 1 to 100.' }) first: number = 20;
  @Field(() => String, { nullable: true, description: 'Go on after this cursor.' }) after?: string | null;
}

/** In the order in which they are shown. */
const FINDABLE: Findable[] = [discussionsFound, requestsFound, peopleFound, groupsFound];
const FIRST_FEW = 3;

@Resolver()
export class SearchQueries {
  @Query(() => Search, {
    description:
      'What the viewer may see and that holds the words. What they may not see is neither shown nor counted.',
  })
  async search(
    @Args(() => SearchArgs) { first, after, kind, ...args }: SearchArgs,
    @Ctx() context: Context,
  ): Promise<Search> {
    const size = pageSize(first);
    const from = placeAfter(after);
    const box = askedBy(args.text);
    const asked = chosenBeside(box, args);
    const wanted = (one: HitKind): Wanted => {
      if (!kind) return { size: FIRST_FEW, after: null };
      return one === kind ? { size, after: from } : { size: 1, after: null };
    };
    const found = await Promise.all(
      FINDABLE.map((one) =>
        isEmpty(asked) ? { kind: one.kind, total: 0, hits: [] } : one.find(context, asked, wanted(one.kind)),
      ),
    );
    const hits = found.flatMap((each) =>
      kind ? each.hits.filter((hit) => hit.kind === kind) : each.hits.slice(0, FIRST_FEW),
    );
    const most = kind ? size : FINDABLE.length * FIRST_FEW;
    return {
      terms: asked.terms.map(({ words }) => words.join(' ')),
      counts: found.map(({ kind: counted, total }) => ({
        kind: counted,
        count: Math.min(total, MOST_COUNTED),
        isMore: total > MOST_COUNTED,
      })),
      hits: pageOf(hits, most, ({ place: { score, at, id } }) => encodeCursor(score, at, id), from !== null),
      suggestion: suggestionFor(box, hits),
    };
  }
}

function placeAfter(cursor: string | null | undefined): Place | null {
  const values = decodeCursor(cursor, ['number', 'string', 'string']);
  if (!values) return null;
  const [score, at, id] = values as [number, string, string];
  return isMoment(at) && isId(id) ? { score, at, id } : badInput('This cursor is not one of ours.');
}

/** What the box says, and what was chosen beside it, which counts more. */
function chosenBeside(box: Asked, { strand, country }: Pick<SearchArgs, 'strand' | 'country'>): Asked {
  return {
    terms: box.terms,
    strand: strand ? strand.slice(0, LONGEST_NAME).toWellFormed() : box.strand,
    country: country ? (countryCode(country) ?? '') : box.country,
  };
}

const LONGEST_NAME = 200;

/** Made of words in what was found, so it tells of nothing that the viewer may not see. */
function suggestionFor({ terms, strand, country }: Asked, hits: Hit[]): string | null {
  const texts = hits.flatMap(({ title, snippet }) => [title, snippet].map(written));
  const better = terms.map((term) => nearestWord(texts, term));
  if (!better.some(Boolean)) return null;
  const words = terms.map((term, n) => better[n]?.toLowerCase() ?? inBox(term));
  return [
    ...words,
    ...(strand ? [`strand:${quoted(strand)}`] : []),
    ...(country ? [`country:${country}`] : []),
  ].join(' ');
}

function inBox({ words, isQuoted }: Term): string {
  return isQuoted || words.length > 1 ? quoted(words.join(' ')) : (words[0] ?? '');
}

function quoted(text: string): string {
  return /\s/.test(text) ? `"${text}"` : text;
}

function written(stretches: Stretch[]): string {
  return stretches.map(({ text }) => text).join('');
}
