import { DISCUSSION } from '../../../../rows.ts';
import { rowsOf } from '../../rows.server.ts';

interface Row {
  id: string;
  number: number;
  html: string;
  lang: string;
  inReplyTo: number | null;
  postedAt: Date;
  editedAt: Date | null;
  handle: string;
  displayName: string;
  isVerified: boolean;
  title: string;
  readTo: number;
}

export const load = async ({ url }: { url: URL }) => ({ rows: await rowsOf<Row>(DISCUSSION, url) });
