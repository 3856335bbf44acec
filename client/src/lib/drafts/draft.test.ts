import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { draftKey, type KeptDraft } from './begun.ts';
import { DraftKeeper } from './draft.svelte.ts';
import { allKept, forget, kept } from './kept.ts';
import { OneDraftHub } from './one-draft-hub.ts';

const PLACE = 'discussion:1';
const KEY = draftKey('hana', PLACE);

let hub: OneDraftHub;
let box: string;
const opened = async (inBox = '') => {
  box = inBox;
  const keeper = new DraftKeeper('hana', PLACE, (body) => (box = body), hub);
  await keeper.open(inBox);
  return keeper;
};
const here = () => kept<KeptDraft>(KEY);
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  hub = new OneDraftHub();
  for (const [key] of await allKept('')) await forget(key);
});
afterEach(() => void vi.useRealTimers());

describe('while one writes', () => {
  test('it is kept here after a second, and on the hub after ten', async () => {
    const keeper = await opened();
    keeper.typed('Spare val');
    await wait(900);
    expect(await here()).toBeUndefined();
    await wait(200);
    await vi.waitFor(async () => expect(await here()).toMatchObject({ body: 'Spare val', isAhead: true }));
    expect(hub.draft).toBeNull();

    keeper.typed('Spare valves.');
    await wait(9_000);

    await vi.waitFor(() => expect(hub.draft).toMatchObject({ body: 'Spare valves.', version: 1 }));
    await vi.waitFor(async () => expect(await here()).toMatchObject({ isAhead: false, version: 1 }));
    expect(keeper.isOnHub).toBe(true);
  });

  test('a tab that is killed loses nothing', async () => {
    const keeper = await opened();
    hub.isReachable = false;
    keeper.typed('On the train');
    await keeper.keepHere();

    await opened();

    expect(box).toBe('On the train');
  });

  test('what the hub may not keep stays here alone', async () => {
    const keeper = await opened();
    hub.save = async () => ({ kind: 'kept here only' });
    keeper.typed('NHS 999 000 0018');
    await keeper.keepHere();
    await keeper.keepOnHub();

    expect(keeper.isOnHub).toBe(false);
    expect(await here()).toMatchObject({ isAhead: true });
  });

  test('what was typed before the scripts arrived is kept as well', async () => {
    const keeper = new DraftKeeper('hana', PLACE, (body) => (box = body), hub);
    const opening = keeper.open('');
    keeper.typed('Early words');
    await opening;
    await keeper.keepHere();

    expect(await here()).toMatchObject({ body: 'Early words', isAhead: true });
    expect(keeper.wasRestored).toBe(false);
  });

  test('nothing is left once it is posted', async () => {
    const keeper = await opened();
    keeper.typed('Done.');
    await keeper.keepHere();
    await keeper.posted();
    await wait(20_000);

    expect(await here()).toBeUndefined();
    expect(hub.draft).toBeNull();
  });
});

describe('on another device', () => {
  test('what was begun here goes on there', async () => {
    hub.put('At the desk');

    const keeper = await opened();

    expect(box).toBe('At the desk');
    expect(keeper).toMatchObject({ wasRestored: true, other: null });
  });

  test('something newer is offered, and nothing is lost until the writer has chosen', async () => {
    const keeper = await opened();
    keeper.typed('Here');
    await keeper.keepHere();
    hub.put('There');
    await keeper.keepOnHub();
    expect(keeper.other).toMatchObject({ body: 'There' });
    expect(box).toBe('');

    const again = await opened();
    expect(box).toBe('Here');
    expect(again.other).toMatchObject({ body: 'There' });
    await again.keepMine();
    expect(hub.draft).toMatchObject({ body: 'Here', version: 2 });
    expect(again.other).toBeNull();
  });

  test('the other text may be taken', async () => {
    const keeper = await opened();
    keeper.typed('Here');
    hub.put('There');
    await keeper.heard(1);
    await keeper.takeOther();

    expect(box).toBe('There');
    expect(await here()).toMatchObject({ body: 'There', version: 1, isAhead: false });
  });

  test('what was posted there is not posted here again', async () => {
    const keeper = await opened();
    keeper.typed('Once.');
    await keeper.keepOnHub();
    box = 'Once.';
    hub.put('');

    await keeper.heard(2);

    expect(box).toBe('');
    expect(await here()).toBeUndefined();
  });

  test('words go on over what is empty there', async () => {
    const keeper = await opened();
    keeper.typed('One');
    hub.put('');
    await keeper.keepOnHub();
    keeper.typed('Two');
    await keeper.keepOnHub();

    expect(keeper.other).toBeNull();
    expect(hub.draft).toMatchObject({ body: 'Two' });
  });
});

describe('a form that went off without a script of its own', () => {
  test('takes the draft along once the hub has it', async () => {
    const keeper = await opened();
    keeper.typed('Posted.');
    await keeper.sent();
    hub.put('');

    await opened();

    expect(box).toBe('');
    expect(await here()).toBeUndefined();
  });

  test('that never arrived gives the words back', async () => {
    const keeper = await opened();
    keeper.typed('Lost on the way.');
    await keeper.sent();

    await opened();

    expect(box).toBe('Lost on the way.');
  });

  test('that was refused leaves the box as it came back', async () => {
    const keeper = await opened();
    keeper.typed('Refused.');
    await keeper.sent();

    const again = await opened('Refused.');

    expect(box).toBe('Refused.');
    expect(again.other).toBeNull();
  });
});
