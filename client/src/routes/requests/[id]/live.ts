import { awaken } from '#lib/islands/awaken.ts';
import InboxLink from '#lib/people/InboxLink.svelte';
import RequestBody from './RequestBody.svelte';

awaken({ InboxLink, RequestBody });
