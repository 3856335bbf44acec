/** Something a person can put right, as the server said it. */
export interface Problem {
  code: string;
  message: string;
  /** The name of the field it is about; null when it is about the whole form. */
  field?: string | null;
}

export type Problems = readonly Problem[] | null | undefined;

/** What is wrong with one field, in one line, or null when nothing is. */
export function problemWith(name: string, problems: Problems): string | null {
  const about = (problems ?? []).filter(({ field }) => field === name);
  return about.length ? about.map(({ message }) => message).join(' ') : null;
}

/** The ids of the hint and the error, for aria-describedby. */
export function describedBy(id: string, hint: unknown, wrong: unknown, more?: string): string | undefined {
  const ids = [more, hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean);
  return ids.length ? ids.join(' ') : undefined;
}
