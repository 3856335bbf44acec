import { awaken } from '#lib/islands/awaken.ts';
import InboxLink from '#lib/people/InboxLink.svelte';
import Following from './Following.svelte';

awaken({ InboxLink, Following });
