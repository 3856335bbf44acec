import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { signInThenBack } from '#lib/api/api.ts';

/** For everybody but admins there is no such page. */
export function adminsOnly(event: RequestEvent): void {
  const { viewer } = event.locals;
  if (!viewer) redirect(303, signInThenBack(event.url));
  if (viewer.role !== 'ADMIN') error(404, { message: '' });
}
