import { describe, expect, test } from 'vitest';
import { cast } from '../../test/cast.ts';
import { statementsOf } from '../../test/hub.ts';
import { type Hit, search, titles, start, reply } from '../../test/searching.ts';

const marks = (parts: Hit['title']) => parts.filter(({ isMatch }) => isMatch).map(({ text }) => text);

describe('searching discussions', () => {
  test('finds words in titles and in replies, marks them, and leads to the reply', async () => {
    const all = await cast();
    const id = await start(all, 'Rotas in Kampala', 'How do you share yours?');
    await reply(all.meera, id, 'We treat **TB** on the fourth floor.');

    const both = await search(all.tendo, 'kampala tb');

    expect(titles(both)).toEqual(['Rotas in Kampala']);
    expect(both.hits[0]).toMatchObject({
      href: `/discussions/${id}#reply-2`,
      where: 'Technical collaboration',
      replyNumber: 2,
    });
    expect(marks(both.hits[0]?.title ?? [])).toEqual(['Kampala']);
    expect(marks(both.hits[0]?.snippet ?? [])).toEqual(['TB']);
    expect(both.counts).toMatchObject({ DISCUSSION: 1, PERSON: 0 });
  });

  test('tells a two-letter word from a longer one, a phrase from its words, and misses nothing by case or accents', async () => {
    const all = await cast();
    await start(all, 'Letters from the UK', 'Évaluation à distance.');
    await start(all, 'Ukulele lessons', 'Distance, but no evaluation à la carte.');

    expect(titles(await search(all.tendo, 'uk'))).toEqual(['Letters from the UK']);
    expect(titles(await search(all.tendo, 'EVALUATION distance'))).toHaveLength(2);
    expect(titles(await search(all.tendo, '"evaluation a distance"'))).toEqual(['Letters from the UK']);
    expect(titles(await search(all.tendo, 'lesson'))).toEqual(['Ukulele lessons']);
  });

  test('reads Arabic as Arabic is read, mixed with Latin letters and without blanks between signs', async () => {
    const all = await cast();
    await start(all, 'تدريب القابلات في اليمن', 'أَهْلًا وَسَهْلًا، مع فريق WHO.');
    await start(all, '糖尿病の教育', 'For the ward.');

    expect(titles(await search(all.tendo, 'قابلات'))).toEqual(['تدريب القابلات في اليمن']);
    expect(titles(await search(all.tendo, 'اهلا who'))).toEqual(['تدريب القابلات في اليمن']);
    expect(marks((await search(all.tendo, 'قابلات')).hits[0]?.title ?? [])).toEqual(['القابلات']);
    expect(titles(await search(all.tendo, '尿病'))).toEqual(['糖尿病の教育']);
    expect(titles(await search(all.tendo, '病尿'))).toEqual([]);
  });

  test('forgives a slip, below what is exact, and says what may have been meant', async () => {
    const all = await cast();
    await start(all, 'Midwifery tutors', 'Which ones?');

    const slip = await search(all.tendo, 'midwifry tutors');

    expect(titles(slip)).toEqual(['Midwifery tutors']);
    expect(slip.suggestion).toBe('midwifery tutors');
    expect((await search(all.tendo, 'midwifery')).suggestion).toBeNull();
  });

  test('keeps to a strand, by name or by slug', async () => {
    const all = await cast();
    await start(all, 'Rotas', 'In the strand.');
    await start(all, 'Rotas of advisers', 'Not in it.', all.advisers);

    expect(titles(await search(all.kofi, 'rotas'))).toHaveLength(2);
    expect(titles(await search(all.kofi, 'rotas strand:technical'))).toEqual(['Rotas']);
    expect(titles(await search(all.kofi, 'rotas', { strand: 'technical-collaboration' }))).toEqual(['Rotas']);
    expect(
      titles(await search(all.kofi, 'strand:"Technical collaboration"', { kind: 'DISCUSSION' })),
    ).toEqual(['Rotas']);
    expect(titles(await search(all.kofi, 'rotas strand:elsewhere'))).toEqual([]);
  });

  test('goes on page by page and misses none', async () => {
    const all = await cast();
    for (let n = 1; n <= 7; n++) await start(all, `Rota ${n}`, 'Shared.');

    const first = await search(all.tendo, 'rota', { kind: 'DISCUSSION', first: 4 });
    const second = await search(all.tendo, 'rota', { kind: 'DISCUSSION', first: 4, after: first.end });

    expect([...titles(first), ...titles(second)].sort()).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((n) => `Rota ${n}`),
    );
    expect([first.isMore, second.isMore]).toEqual([true, false]);
    expect(second.counts['DISCUSSION']).toBe(7);
  });
});

describe('whatever is written in the box', () => {
  test.each(
    [
      '',
      '   ',
      '"',
      '"""',
      "' or 1=1 --",
      '\\',
      '%_%',
      '\0 \uD800',
      'strand:',
      'country:',
      'country:zz strand:"',
      '((((&|!<->',
      'ﷺ'.repeat(2_000),
      'word '.repeat(2_000),
      'x'.repeat(10_000),
      '🏴󠁧󠁢󠁳󠁣󠁴󠁿👨‍👩‍👧‍👦',
      `e${'\u0301'.repeat(5_000)}`,
    ].map((text) => [JSON.stringify(text).slice(0, 40), text] as const),
  )('%s is answered', async (_, text) => {
    const all = await cast();
    await start(all, 'Rotas', 'Hello.');

    const { hits } = await search(all.tendo, text, { strand: text.slice(0, 300) || null });

    expect(hits).toEqual([]);
  });

  test('a cursor that is not ours is refused', async () => {
    const all = await cast();
    const after = Buffer.from('[1,"x","y"]').toString('base64url');
    await expect(search(all.tendo, 'rotas', { kind: 'PERSON', after })).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

test('searching takes one statement for each kind, for one row or for twenty', async () => {
  const all = await cast();
  await start(all, 'Rota', 'Hello.');
  const ask = () => search(all.tendo, 'rota "hello"');
  const forOne = await statementsOf(ask);
  for (let n = 0; n < 20; n++) await start(all, `Rota ${n}`, 'Hello.');

  expect(forOne).toHaveLength(4);
  expect(await statementsOf(ask)).toHaveLength(4);
});
