import { written } from '#lib/say/say.ts';

/** A number as it is read: 20,001. */
export const countText = written;
