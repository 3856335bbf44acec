import { LIST } from '../../../../rows.ts';
import { rowsOf } from '../../rows.server.ts';

interface Row {
  id: string;
  title: string;
  replyCount: number;
  unreadCount: number;
  latestAt: Date;
  closedAt: Date | null;
  displayName: string;
}

export const load = async ({ url }: { url: URL }) => ({ rows: await rowsOf<Row>(LIST, url) });
