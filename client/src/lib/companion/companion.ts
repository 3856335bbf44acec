import { pageFacts } from '#lib/islands/page-facts.ts';
import { preferencesHere } from '#lib/live/preferences.ts';
import { locale } from '#lib/say/locale.ts';
import { charactersText } from '#lib/ui/characters.ts';

/**
 * What goes along with every page that has a script: what waits to be sent, shortcuts, forgetting at sign-out, and what
 * spares people a second press or a lost question. Each larger part is fetched when it is needed.
 */
export function accompany(): void {
  const { viewer } = pageFacts();
  if (viewer) void import('#lib/live/outbox.svelte.ts').then(({ outbox }) => outbox.open(viewer.id));
  void keepOfflinePage();
  if (preferencesHere().keys) void loadShortcuts();
  document.addEventListener('keydown', press);
  document.addEventListener('submit', (event) => void signOut(event));
  document.addEventListener('input', countCharacters);
  document.addEventListener('click', guardDouble, { capture: true });
  document.addEventListener('click', showQuestion);
}

async function keepOfflinePage(): Promise<void> {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  if (!serviceWorker || import.meta.env.DEV) return;
  await serviceWorker.register('/service-worker.js', { type: 'module' }).catch(() => null);
  serviceWorker.controller?.postMessage({ lang: locale() });
}

/** What is kept in this browser is for whoever is signed in: it goes when they do. */
async function signOut(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  const { viewer } = pageFacts();
  if (!viewer || new URL(form.action).pathname !== '/sign-out' || 'forgotten' in form.dataset) return;
  event.preventDefault();
  const { forgetAll } = await import('#lib/drafts/forgetting.ts');
  if (!(await forgetAll(viewer.id))) return;
  form.dataset['forgotten'] = '';
  form.submit();
}

type Shortcuts = typeof import('#lib/keys/shortcuts.ts');
let shortcuts: Shortcuts | null = null;

async function loadShortcuts(): Promise<Shortcuts> {
  return (shortcuts ??= await import('#lib/keys/shortcuts.ts'));
}

function press(event: KeyboardEvent): void {
  const isModified = event.ctrlKey || event.metaKey;
  if (!isModified && !preferencesHere().keys) return;
  if (isModified && event.key !== 'k' && event.key !== 'Enter') return;
  // Decided before the rest is fetched, or the browser does its own.
  if (isModified && event.key === 'k') event.preventDefault();
  if (shortcuts) shortcuts.pressed(event);
  else void loadShortcuts().then(({ pressed }) => pressed(event));
}

/** Many people double-click everything; the second press of such a pair would send the form twice. */
function guardDouble(event: MouseEvent): void {
  const button = (event.target as Element).closest('button');
  if (button?.type === 'submit' && button.form && event.detail > 1) event.preventDefault();
}

/** Shows the question as well as its box, which a bare jump from the error summary would leave above the fold. */
function showQuestion(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('.nhsuk-error-summary a[href^="#"]');
  const box = link && document.getElementById(link.hash.slice(1));
  if (!box) return;
  event.preventDefault();
  const question =
    box.closest('fieldset')?.querySelector('legend') ??
    document.querySelector(`label[for="${CSS.escape(box.id)}"]`);
  (question ?? box).scrollIntoView();
  box.focus({ preventScroll: true });
}

function countCharacters({ target }: Event): void {
  if (!(target instanceof HTMLTextAreaElement)) return;
  const limit = Number(target.dataset['limit']);
  const said = limit && document.getElementById(`${target.id}-info`);
  if (!said) return;
  const isOver = target.value.length > limit;
  said.textContent = charactersText(target.value.length, limit);
  said.classList.toggle('nhsuk-error-message', isOver);
  said.classList.toggle('nhsuk-hint', !isOver);
}
