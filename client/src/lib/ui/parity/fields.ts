import Checkboxes from '../Checkboxes.svelte';
import Radios from '../Radios.svelte';
import SelectField from '../SelectField.svelte';
import TextArea from '../TextArea.svelte';
import TextField from '../TextField.svelte';
import { rendering, type Adapter } from './adapters.ts';
import { asksOnly, sizeOf, textOf, type Context } from './fixtures.ts';

interface Question {
  text?: string;
  heading?: string;
  size?: string;
}
interface Choice extends Context {
  value?: string;
  text?: string;
  divider?: string;
  conditional?: unknown;
}

/** What every field shares: its question, hint, name and what is wrong; null where ours asks otherwise. */
function asked(context: Context, question: Question | undefined): Record<string, unknown> | null {
  const { name, id, hint, errorMessage } = context as {
    name: string;
    id?: string;
    hint?: unknown;
    errorMessage?: unknown;
  };
  const label = question?.heading ?? question?.text;
  if (!label || !asksOnly(question as Context, 'text', 'heading', 'size')) return null;
  if ((id && id !== name) || (hint && !textOf(hint))) return null;
  const wrong = textOf(errorMessage);
  return {
    name,
    size: sizeOf(question),
    isHeading: question?.heading !== undefined,
    hint: textOf(hint),
    ...(wrong && { problems: [{ code: '', message: wrong, field: name }] }),
  };
}

function one(
  component: unknown,
  also: readonly string[],
  more: (context: Context) => object | null,
): Adapter {
  return (context) => {
    if (!asksOnly(context, 'label', 'name', 'id', 'hint', 'errorMessage', ...also)) return null;
    const question = context['label'] as Question | undefined;
    const shared = asked(context, question);
    const own = more(context);
    return shared && own
      ? rendering(component, { ...shared, label: question?.heading ?? question?.text, ...own })
      : null;
  };
}

function several(component: unknown, group: string): Adapter {
  return (context) => {
    if (
      !asksOnly(
        context,
        'fieldset',
        'name',
        'items',
        'small',
        'inline',
        'idPrefix',
        'hint',
        'errorMessage',
        'value',
        'values',
      )
    )
      return null;
    const fieldset = (context['fieldset'] ?? {}) as { legend?: Question } & Context;
    if (!asksOnly(fieldset, 'legend')) return null;
    const shared = asked(context, fieldset.legend);
    const choices = (context['items'] ?? []) as Choice[];
    const plain = choices.every(
      (choice) => choice.text && asksOnly(choice, 'value', 'text', 'hint', 'disabled'),
    );
    const prefix = context['idPrefix'] ?? context['name'];
    if (!shared || !plain || prefix !== context['name'] || (group === 'checkboxes' && context['inline']))
      return null;
    const { small, inline, value, values } = context;
    return rendering(component, {
      ...shared,
      legend: fieldset.legend?.heading ?? fieldset.legend?.text,
      options: choices.map(({ hint, ...choice }) => ({ ...choice, hint: textOf(hint) })),
      ...(small !== undefined && { small }),
      ...(inline !== undefined && { inline }),
      ...(value !== undefined && { value }),
      ...(values !== undefined && { values }),
    });
  };
}

export const fieldAdapters: Record<string, Adapter> = {
  input: one(
    TextField,
    ['width', 'type', 'value', 'prefix', 'suffix', 'inputmode', 'autocomplete', 'spellcheck', 'disabled'],
    (context) => {
      const { width, prefix, suffix, value, type, inputmode, autocomplete, spellcheck, disabled } = context;
      if ((prefix && !textOf(prefix)) || (suffix && !textOf(suffix))) return null;
      return {
        ...(width !== undefined && { width }),
        ...(value !== undefined && { value }),
        prefix: textOf(prefix),
        suffix: textOf(suffix),
        type,
        inputmode,
        autocomplete,
        spellcheck: spellcheck === undefined ? undefined : String(spellcheck),
        disabled,
      };
    },
  ),
  textarea: one(TextArea, ['disabled', 'autocomplete'], ({ disabled, autocomplete }) => ({
    rows: 5,
    disabled,
    autocomplete,
  })),
  'character-count': one(TextArea, ['maxlength', 'value', 'rows'], ({ maxlength, value, rows }) =>
    value === undefined ? { limit: Number(maxlength), rows: rows ?? 5 } : null,
  ),
  select: one(SelectField, ['items', 'disabled', 'value'], ({ items, disabled, value }) => {
    const options = (items ?? []) as Choice[];
    if (options.some((option) => !option.value || !asksOnly(option, 'value', 'text', 'disabled')))
      return null;
    return { options, disabled, ...(value !== undefined && { value }) };
  }),
  radios: several(Radios, 'radios'),
  checkboxes: several(Checkboxes, 'checkboxes'),
};
