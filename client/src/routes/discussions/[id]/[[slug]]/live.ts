import { awaken } from '#lib/islands/awaken.ts';
import InboxLink from '#lib/people/InboxLink.svelte';
import DiscussionBody from './DiscussionBody.svelte';

awaken({ InboxLink, DiscussionBody });
