import { awaken } from '#lib/islands/awaken.ts';
import InboxLink from '#lib/people/InboxLink.svelte';
import ResponsesBody from './ResponsesBody.svelte';

awaken({ InboxLink, ResponsesBody });
