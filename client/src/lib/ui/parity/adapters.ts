import { createRawSnippet, type Component } from 'svelte';
import Breadcrumb from '../Breadcrumb.svelte';
import Button from '../Button.svelte';
import Card from '../Card.svelte';
import Details from '../Details.svelte';
import ErrorSummary from '../ErrorSummary.svelte';
import InsetText from '../InsetText.svelte';
import NotificationBanner from '../NotificationBanner.svelte';
import SkipLink from '../SkipLink.svelte';
import SummaryList from '../SummaryList.svelte';
import TaskList from '../TaskList.svelte';
import WarningCallout from '../WarningCallout.svelte';
import { asksOnly, textOf, type Context } from './fixtures.ts';

/** Our component, and what it is given so that it shows what the case shows. */
export interface Rendering {
  component: Component<Record<string, unknown>>;
  props: Record<string, unknown>;
}

/** Null where the case asks for something our component leaves out. */
export type Adapter = (context: Context) => Rendering | null;

export const rendering = (component: unknown, props: Record<string, unknown>): Rendering => ({
  component: component as Component<Record<string, unknown>>,
  props,
});

export const children = (html: string) => createRawSnippet(() => ({ render: () => html }));

interface Item extends Context {
  text?: string;
  href?: string;
}
const items = (value: unknown): Item[] => (Array.isArray(value) ? (value as Item[]) : []);

export const adapters: Record<string, Adapter> = {
  button(context) {
    if (!asksOnly(context, 'text', 'small', 'disabled', 'variant', 'href')) return null;
    const { text, variant, ...rest } = context as { text: string; variant?: string };
    const known = [undefined, 'secondary', 'warning', 'reverse'].includes(variant);
    return known ? rendering(Button, { variant, ...rest, children: children(text) }) : null;
  },

  details(context) {
    if (!asksOnly(context, 'summary', 'text', 'open')) return null;
    const text = textOf(context['text']);
    if (!text) return null;
    return rendering(Details, {
      summary: textOf(context['summary']),
      open: context['open'],
      children: children(text),
    });
  },

  breadcrumb(context) {
    return asksOnly(context, 'items') ? rendering(Breadcrumb, { crumbs: items(context['items']) }) : null;
  },

  'error-summary'(context) {
    if (!asksOnly(context, 'heading', 'errorList')) return null;
    const errors = items(context['errorList']);
    if (errors.length === 0 || errors.some(({ text, attributes }) => !text || attributes)) return null;
    const problems = errors.map(({ text, href }) => ({ code: '', message: text, field: href?.slice(1) }));
    return rendering(ErrorSummary, { problems });
  },

  'inset-text'(context) {
    const text = textOf(context['text']);
    return text ? rendering(InsetText, { children: children(`<p>${text}</p>`) }) : null;
  },

  'notification-banner'(context) {
    if (
      !asksOnly(context, 'text', 'variant') ||
      !['success', undefined].includes(context['variant'] as string)
    )
      return null;
    return rendering(NotificationBanner, {
      heading: context['text'],
      success: context['variant'] === 'success',
    });
  },

  'skip-link'(context) {
    return context['text'] === 'Skip to main content' && context['href'] === '#maincontent'
      ? rendering(SkipLink, {})
      : null;
  },

  'summary-list'(context) {
    if (!asksOnly(context, 'rows')) return null;
    const rows = items(context['rows']).map((row) => ({
      ...row,
      key: textOf(row['key']),
      text: textOf(row['value']),
    }));
    const plain = rows.every((row) => row.text && asksOnly(row, 'key', 'value', 'text'));
    return plain ? rendering(SummaryList, { rows }) : null;
  },

  'task-list'(context) {
    const tasks = items(context['items'])
      .filter(Boolean)
      .map(({ heading, href, hint, status }) => {
        const tag = (status as { tag?: { text: string; colour?: unknown } } | undefined)?.tag;
        return {
          name: textOf(heading),
          href,
          hint: textOf(hint),
          status: tag?.text ?? textOf(status),
          isDone: tag?.colour === false,
          known: tag?.colour === false ? true : tag?.colour === 'blue',
        };
      });
    return tasks.every(({ name, href, known }) => name && href && known)
      ? rendering(TaskList, { tasks })
      : null;
  },

  'warning-callout'(context) {
    if (!asksOnly(context, 'heading', 'text')) return null;
    const heading = (context['heading'] ?? {}) as { text?: string; level?: number };
    if (!heading.text || !asksOnly(heading as Context, 'text', 'level')) return null;
    return rendering(WarningCallout, {
      heading: heading.text,
      level: Number(heading.level ?? 3),
      children: children(`<p class="nhsuk-card__description">${textOf(context['text'])}</p>`),
    });
  },

  card(context) {
    if (!asksOnly(context, 'heading', 'href', 'description', 'clickable')) return null;
    const heading = (context['heading'] ?? {}) as { text?: string; level?: number };
    if (!heading?.text || !asksOnly(heading as Context, 'text', 'level', 'size', 'classes')) return null;
    const described = textOf(context['description']);
    if (!described || Boolean(context['href']) !== Boolean(context['clickable'])) return null;
    return rendering(Card, {
      heading: heading.text,
      level: heading.level,
      href: context['href'],
      children: children(`<p class="nhsuk-card__description">${described}</p>`),
    });
  },
};
