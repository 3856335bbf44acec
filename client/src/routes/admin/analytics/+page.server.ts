import { api } from '#lib/api/api.ts';
import { InsightPage } from '#lib/api/generated/operations.ts';
import { figuresOf } from '#lib/figures/figures.ts';
import { circlesOf, landPath } from '#lib/figures/map.ts';
import { staffOnly } from '#lib/people/doors.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  staffOnly(event);
  const expertise = event.url.searchParams.get('expertise')?.trim() || null;
  const { insight } = await api(event)(InsightPage, { expertise });
  return {
    insight,
    expertise,
    figures: figuresOf(insight),
    land: landPath(),
    circles: circlesOf(insight.countries.countries),
  };
};
