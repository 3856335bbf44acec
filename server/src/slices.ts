import { discussions } from './discussions/slice.ts';
import { matching } from './matching/slice.ts';
import { notifications } from './notifications/slice.ts';
import { people } from './people/slice.ts';
import type { Slice } from './platform/slice.ts';
import { requests } from './requests/slice.ts';
import { responses } from './responses/slice.ts';
import { strands } from './strands/slice.ts';

/** The slices, each importing only from those before it and from the platform. */
export const slices: Slice[] = [people, strands, discussions, requests, matching, responses, notifications];
