/** The person looking at the page, as much of them as every page needs. */
export interface Viewer {
  id: string;
  handle: string;
  displayName: string;
  role: 'MEMBER' | 'STAFF' | 'ADMIN';
  /** Staff whose rights wait until they set up a second step; their role is that of a member until then. */
  needsSecondStep: boolean;
  /** Staff checked who they are: may respond to requests. */
  isVerified: boolean;
  unreadInbox: number;
  /** An IANA name such as "Africa/Nairobi". */
  timeZone: string;
  /** The language they chose for the hub; null for the one the browser asks. */
  language: 'en' | 'fr' | 'ar' | null;
  scheme: 'system' | 'light' | 'dark';
}
