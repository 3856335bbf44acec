type Meant = (lines: string[]) => string[];

const without =
  (...patterns: RegExp[]): Meant =>
  (lines) =>
    lines.map((line) => patterns.reduce((text, pattern) => text.replace(pattern, ''), line));

/** Labels are bold unless the caller says otherwise: pages have several questions, and no heading in most labels. */
const BOLD_LABEL = / nhsuk-(label|fieldset__legend)--s\b/;

/**
 * What we do otherwise on purpose, taken out of both sides before they are compared. Focus moves to summaries and banners
 * from our own code, so they can take it from the start; ids that scripts would make are made by us; what
 * nhsuk-frontend's scripts look for is not there, because ours do not need it.
 */
export const differences: Record<string, Meant> = {
  'error-summary': without(/ tabindex="-1"/),
  'notification-banner': without(/ tabindex="-1"/, / (aria-labelledby|id)="[^"]*-title"/),
  'task-list': without(/ (aria-describedby|id)="[^"]*"/),
  // Not a role of any standard: readers made do without.
  'warning-callout': without(/ role="text"/),
  input: without(BOLD_LABEL, / value=""/),
  textarea: without(BOLD_LABEL),
  select: without(BOLD_LABEL),
  radios: without(BOLD_LABEL),
  checkboxes: without(BOLD_LABEL),
  'character-count': without(BOLD_LABEL, /nhsuk-character-count /, /nhsuk-js-character-count /),
  // A card's heading is small: cards stand in lists, under a heading of their own.
  card: without(/ nhsuk-heading-[sm]\b/),
};
