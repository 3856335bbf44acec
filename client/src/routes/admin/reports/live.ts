import { awaken } from '#lib/islands/awaken.ts';
import ConnectionLine from '#lib/live/ConnectionLine.svelte';
import InboxLink from '#lib/people/InboxLink.svelte';
import ReportList from './ReportList.svelte';

awaken({ InboxLink, ConnectionLine, ReportList });
