import type { Option } from '#lib/ui/option.ts';

/** The time zones of the world by region and city, with the one the person has. Ask on the server: browsers differ in the list. */
export function zoneOptions(own: string): Option[] {
  const known = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const zones = known.includes(own) ? known : [own, ...known];
  return zones.map((value) => ({ value, text: value.replaceAll('_', ' ').replaceAll('/', ' – ') }));
}
