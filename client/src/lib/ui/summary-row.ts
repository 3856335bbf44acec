/** A name and what it is; without text, the list's `value` snippet shows it. */
export interface SummaryRow {
  key: string;
  text?: string;
  /** Where it can be changed. */
  change?: string;
}
