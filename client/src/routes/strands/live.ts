import { awaken } from '#lib/islands/awaken.ts';
import InboxLink from '#lib/people/InboxLink.svelte';

awaken({ InboxLink });
