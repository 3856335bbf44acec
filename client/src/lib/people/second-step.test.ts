import { expect, test } from 'vitest';
import { broughtTo } from './second-step.ts';

test('staff without a second step are brought to where they set it up, and may leave', () => {
  const staff = { needsSecondStep: true };

  for (const path of ['/', '/staff', '/admin/people', '/account', '/account/security-of-others', '/feed'])
    expect(broughtTo(staff, path), path).toBe('/account/security');
  for (const path of [
    '/account/security',
    '/account/security/second-step',
    '/sign-out',
    '/new-password',
    '/help',
  ])
    expect(broughtTo(staff, path), path).toBeNull();
});

test('everybody else goes where they like', () => {
  expect(broughtTo(null, '/admin')).toBeNull();
  expect(broughtTo({ needsSecondStep: false }, '/admin')).toBeNull();
});
