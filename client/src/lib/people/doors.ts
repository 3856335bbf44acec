import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { signInThenBack } from '#lib/api/api.ts';
import type { Viewer } from './viewer.ts';

/** For members there is no such page. */
export function staffOnly(event: RequestEvent): Viewer {
  const { viewer } = event.locals;
  if (!viewer) redirect(303, signInThenBack(event.url));
  if (viewer.role === 'MEMBER') error(404, { message: '' });
  return viewer;
}

/** For everybody but admins there is no such page. */
export function adminsOnly(event: RequestEvent): void {
  if (staffOnly(event).role !== 'ADMIN') error(404, { message: '' });
}
