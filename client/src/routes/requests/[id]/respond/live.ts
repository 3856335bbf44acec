import Draft from '#lib/drafts/Draft.svelte';
import { awaken } from '#lib/islands/awaken.ts';
import InboxLink from '#lib/people/InboxLink.svelte';

awaken({ InboxLink, Draft });
