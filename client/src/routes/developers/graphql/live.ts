import { awaken } from '#lib/islands/awaken.ts';
import InboxLink from '#lib/people/InboxLink.svelte';
import Explorer from './Explorer.svelte';

awaken({ InboxLink, Explorer });
