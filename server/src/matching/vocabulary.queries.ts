import { Arg, Int, Query, Resolver } from 'type-graphql';
import { pageSize } from '../platform/connection.ts';
import { suggestTerms } from './vocabulary.ts';

@Resolver()
export class VocabularyQueries {
  @Query(() => [String], {
    description:
      'Terms of a health vocabulary (ESCO, European Commission) that hold every word begun here. To choose from: anything else may be written.',
  })
  vocabularyTerms(
    @Arg('search', () => String, { description: 'Words, or how they begin; up to 100 characters.' })
    search: string,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
  ): string[] {
    return suggestTerms(search, pageSize(first));
  }
}
