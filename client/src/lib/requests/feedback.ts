import { words as say } from '#lib/say/generated/deciding.ts';
import type { OwnForm } from './deed.ts';

/** What can be told to whoever was not chosen without being written anew. */
export const TEMPLATES = [
  { value: 'criteria', name: say.templateCriteriaName, text: say.templateCriteria },
  { value: 'time', name: say.templateTimeName, text: say.templateTime },
  { value: 'filled', name: say.templateFilledName, text: say.templateFilled },
] as const;

/** Own words come first; without any, the template that was chosen. */
export function feedbackOf(form: Pick<OwnForm, 'own'>): string {
  const template = TEMPLATES.find(({ value }) => value === form.own('template'));
  return form.own('feedback').trim() || (template?.text() ?? '');
}
