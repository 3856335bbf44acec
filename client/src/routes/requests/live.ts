import { awaken } from '#lib/islands/awaken.ts';
import InboxLink from '#lib/people/InboxLink.svelte';
import RequestList from './RequestList.svelte';

awaken({ InboxLink, RequestList });
