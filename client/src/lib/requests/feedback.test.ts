import { expect, test } from 'vitest';
import { feedbackOf } from './feedback.ts';

const form = (sent: Record<string, string>) => ({ own: (field: string) => sent[field] ?? '' });

test('own words come before a template', () => {
  expect(feedbackOf(form({ feedback: ' Write again in spring. ', template: 'time' }))).toBe(
    'Write again in spring.',
  );
});

test('a template stands where nothing was written, and nothing stands for none', () => {
  expect(feedbackOf(form({ feedback: '  ', template: 'time' }))).toMatch(/^Thank you/);
  expect(feedbackOf(form({ template: 'toString' }))).toBe('');
  expect(feedbackOf(form({}))).toBe('');
});
