import { words as say } from '#lib/say/generated/common.ts';
import { localeTag } from '#lib/say/locale.ts';

const months = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** A moment in words, always with the place whose clock is meant: "30 November 2026, 20:00 Nairobi time". */
export function momentText(at: Date, zone: string): string {
  return `${dayText(at, zone)}, ${clockText(at, zone)}`;
}

export function dayText(at: Date, zone: string): string {
  return formatsOf(zone).day.format(at);
}

export function clockText(at: Date, zone: string): string {
  return `${formatsOf(zone).clock.format(at)} ${zoneText(zone)}`;
}

interface Formats {
  day: Intl.DateTimeFormat;
  clock: Intl.DateTimeFormat;
}

const formats = new Map<string, Formats>();

/** Made once for each zone and language: making one takes longer than all else a row of a list needs. */
function formatsOf(zone: string): Formats {
  const tag = localeTag();
  const key = `${tag} ${zone}`;
  let made = formats.get(key);
  if (!made) {
    made = {
      day: new Intl.DateTimeFormat(tag, { ...months, timeZone: zone }),
      clock: new Intl.DateTimeFormat(tag, { ...clock, timeZone: zone }),
    };
    formats.set(key, made);
  }
  return made;
}

/** Places are understood where abbreviations are not: IST is India, Ireland and Israel. */
function zoneText(zone: string): string {
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return zone === 'UTC' || zone.startsWith('Etc/') ? 'UTC' : say.zoneTime({ place });
}
