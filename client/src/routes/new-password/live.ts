import { awaken } from '#lib/islands/awaken.ts';
import InboxLink from '#lib/people/InboxLink.svelte';
import PasswordBox from '#lib/people/PasswordBox.svelte';

awaken({ InboxLink, PasswordBox });
