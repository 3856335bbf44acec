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

/** Made once for each zone: making one takes longer than all else a row of a list needs. */
function formatsOf(zone: string): Formats {
  let made = formats.get(zone);
  if (!made) {
    made = {
      day: new Intl.DateTimeFormat('en-GB', { ...months, timeZone: zone }),
      clock: new Intl.DateTimeFormat('en-GB', { ...clock, timeZone: zone }),
    };
    formats.set(zone, made);
  }
  return made;
}

/** Places are understood where abbreviations are not: IST is India, Ireland and Israel. */
function zoneText(zone: string): string {
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return zone === 'UTC' || zone.startsWith('Etc/') ? 'UTC' : `${place} time`;
}
