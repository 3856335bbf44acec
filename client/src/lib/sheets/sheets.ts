import type { RequestEvent } from '@sveltejs/kit';
import day from './generated/day.css?url&no-inline';
import dayRtl from './generated/day-rtl.css?url&no-inline';
import night from './generated/night.css?url&no-inline';
import nightRtl from './generated/night-rtl.css?url&no-inline';

export interface Looks {
  scheme: 'system' | 'light' | 'dark';
  /** On the document, for what the person switched off. */
  classes: string;
}

/** What this browser was told last, else what the account says, else whatever the system does. */
export function looksOf({ cookies, locals }: RequestEvent): Looks {
  const told = (cookies.get('hub-scheme') ?? locals.viewer?.scheme ?? '').toLowerCase();
  return {
    scheme: told === 'light' || told === 'dark' ? told : 'system',
    classes: cookies.get('hub-text') === 'on' ? 'hub-text-only' : '',
  };
}

/** The sheet of the theme, and what differs of it by night. A page carries only what its reader may see. */
export function sheetLinks({ scheme }: Looks, direction: 'ltr' | 'rtl'): string {
  const [whole, dark] = direction === 'rtl' ? [dayRtl, nightRtl] : [day, night];
  const links = [`<link rel="stylesheet" href="${whole}" />`];
  if (scheme === 'dark') links.push(`<link rel="stylesheet" href="${dark}" />`);
  if (scheme === 'system')
    links.push(`<link rel="stylesheet" href="${dark}" media="(prefers-color-scheme: dark)" />`);
  return links.join('\n    ');
}
