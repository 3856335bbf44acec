import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { signedIn, type Context } from '../people/viewer.ts';
import { renderMarkdown } from '../platform/markdown.ts';
import { rows } from '../platform/sql.ts';
import { draftRows, whyNoPlace, type DraftRow } from './draft.policy.ts';
import { Draft } from './draft.ts';
import { BODY_MAX } from './words.ts';

@Resolver()
export class DraftQueries {
  @Query(() => [Draft], {
    description: 'What the viewer has begun to write in these places, as far as they have.',
  })
  drafts(
    @Arg('places', () => [String], { description: 'Where.' }) places: string[],
    @Ctx() context: Context,
  ): Promise<DraftRow[]> {
    const { id } = signedIn(context);
    const known = places.filter((place) => !whyNoPlace(place));
    return rows(context.em, draftRows(id, known));
  }

  @Query(() => String, { description: 'How a text in Markdown will look once posted, as safe HTML.' })
  preview(
    @Arg('body', () => String, { description: 'Markdown; what is too long to post is cut off.' })
    body: string,
    @Ctx() context: Context,
  ): string {
    signedIn(context);
    return renderMarkdown([...body.slice(0, BODY_MAX * 2)].slice(0, BODY_MAX).join(''));
  }
}
