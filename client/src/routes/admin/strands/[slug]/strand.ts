import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { AdminStrand, type AdminStrandQuery } from '#lib/api/generated/operations.ts';
import { adminsOnly } from '#lib/people/doors.ts';

/** The strand of the address, for admins; for others there is no such page. */
export async function strandToRun(event: RequestEvent): Promise<AdminStrandQuery['strand']> {
  adminsOnly(event);
  const { strand } = await api(event)(AdminStrand, { slug: event.params['slug'] ?? '' });
  return strand;
}
