import { awaken } from '#lib/islands/awaken.ts';
import ConnectionLine from '#lib/live/ConnectionLine.svelte';
import InboxLink from '#lib/people/InboxLink.svelte';
import NewThings from './NewThings.svelte';

awaken({ InboxLink, ConnectionLine, NewThings });
