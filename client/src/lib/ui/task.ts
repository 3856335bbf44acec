/** A step of something longer; without an address it cannot be begun yet. */
export interface Task {
  name: string;
  href?: string;
  hint?: string;
  status: string;
  isDone?: boolean;
}
