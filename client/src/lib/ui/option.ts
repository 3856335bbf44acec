/** One of several answers. */
export interface Option {
  value: string;
  text: string;
  hint?: string;
  disabled?: boolean;
  /** Asks for more when chosen: the group's `more` snippet is shown under it. */
  asksMore?: boolean;
}
