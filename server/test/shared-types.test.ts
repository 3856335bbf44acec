import 'reflect-metadata';
import { extendSchema, isObjectType, parse, type GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { hubSchema } from '../src/schema.ts';
import { as } from './as.ts';
import { cast } from './cast.ts';
import { openRequestOf } from './requests.ts';
import { answered, moved, sayYes } from './responses.ts';
import { namesIn, naming, viewerDependent } from './shared-types.ts';
import { hear } from './verify-feed.ts';

async function planted(text: string): Promise<GraphQLSchema> {
  return extendSchema(await hubSchema(), parse(text));
}

describe('what is sent to everybody', () => {
  test('depends on nobody who looks', async () => {
    expect(viewerDependent(await hubSchema())).toEqual([]);
  });

  test('would be found out by a field that is computed, asked with an argument, or of a viewer’s type', async () => {
    const schema = await planted(
      'extend type FeedReply { viewerCan: Boolean, short(words: Int): String, whole: Reply }',
    );
    const reply = schema.getType('FeedReply');
    if (!isObjectType(reply)) throw new Error('There is no FeedReply.');
    const field = reply.getFields()['viewerCan'];
    if (field)
      field.resolve = (_: unknown, __: unknown, context: { viewer?: object }) => context.viewer !== null;

    const found = viewerDependent(schema);

    expect(found).toContain('FeedReply.viewerCan is computed.');
    expect(found).toContain('FeedReply.short takes an argument.');
    expect(found).toContain('Reply is shown to a viewer too: the feed has types of its own.');
  });
});

describe('the staff stream before names are shown', () => {
  test('has no field that could name anybody', async () => {
    expect(naming(await hubSchema())).toEqual([]);
    expect(naming(await planted('extend type FeedResponse { displayName: String }'))).toEqual([
      'FeedResponse.displayName may name somebody.',
    ]);
    expect(naming(await planted('extend type FeedInvitation { person: FeedPerson }'))).toHaveLength(1);
  });

  test('names nobody who was invited, answered, asked for more time, withdrew or was shortlisted', async () => {
    const all = await cast();
    const { request } = await openRequestOf(all);
    const { staffCursor } = (
      await as(all.hana).run('query ($id: ID!) { request(id: $id) { staffCursor { stream epoch seq } } }', {
        id: request.id,
      })
    ).request as never as { staffCursor: { stream: string; epoch: number; seq: number } };
    const hers = await sayYes(all.meera, request.id);
    const his = await sayYes(all.kofi, request.id);
    await answered(all.kofi, 'withdrawResponse', { responseId: his.id, version: his.version });
    await moved(all.hana, 'closeResponses', request.id);
    await moved(all.hana, 'startAssessing', request.id);

    const { news } = await hear(all.hana, [staffCursor]);

    expect(news.map(({ type }) => type)).toContain('response.moved');
    const people = [all.meera, all.kofi];
    expect(namesIn(JSON.stringify(news), people)).toEqual([]);
    const [event] = news.filter(({ subjectId }) => subjectId === String(hers.id));
    const leaky = news.map((each) => (each === event ? { ...each, by: all.meera.displayName } : each));
    expect(namesIn(JSON.stringify(leaky), people)).toEqual(['Meera Vallathur']);
  });
});
