import type { Door } from './doors.ts';
import { GROUPS } from './doors-groups.ts';
import { PEOPLE } from './doors-people.ts';
import { READING } from './doors-reading.ts';
import { REQUESTS } from './doors-requests.ts';
import { RESPONSES } from './doors-responses.ts';

/** Every door of the house. */
export const DOORS: readonly Door[] = [...READING, ...PEOPLE, ...GROUPS, ...REQUESTS, ...RESPONSES];
