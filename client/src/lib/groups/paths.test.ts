import { expect, test } from 'vitest';
import { discussionPath, groupPath, readingPlace, replyPlace } from './paths.ts';

test('the home group of a strand is shown by the strand', () => {
  expect(groupPath({ slug: 'oxygen', homeOf: null })).toBe('/groups/oxygen');
  expect(groupPath({ slug: 'technical', homeOf: 'technical-collaboration' })).toBe(
    '/strands/technical-collaboration',
  );
});

test('an address can stand in a header whatever the title', () => {
  const path = discussionPath({ id: '1', title: `كيف نقيّم؟ ${'𠜎'.repeat(80)}` });
  expect(path).toMatch(/^[\x21-\x7e]+$/);
  expect(new URL(path, 'https://hub.example').pathname).toBe(path);
});

test('a title never leads to a page beside it', () => {
  expect(discussionPath({ id: '1', title: 'Unread' })).toBe('/discussions/1/unread-');
  expect(discussionPath({ id: '1', title: 'Manage!' })).toBe('/discussions/1/manage-');
});

test('a reply is found on its page', () => {
  expect(replyPlace(20)).toBe('#reply-20');
  expect(replyPlace(21)).toBe('?page=2#reply-21');
  expect(replyPlace(21, 2)).toBe('#reply-21');
  expect(replyPlace(3, 2)).toBe('?page=1#reply-3');
});

test('reading goes on after the last reply read', () => {
  expect(readingPlace({ readTo: 0, lastNumber: 5 })).toBe('');
  expect(readingPlace({ readTo: 20, lastNumber: 25 })).toBe('?page=2#reply-21');
  expect(readingPlace({ readTo: 25, lastNumber: 25 })).toBe('');
});

test('marks that belong to letters stay with them', () => {
  expect(decodeURIComponent(discussionPath({ id: '1', title: 'كيف نقيّم؟ हिन्दी' }))).toBe(
    '/discussions/1/كيف-نقيّم-हिन्दी',
  );
});
