import type { ElementHandle, Locator, Page } from '@playwright/test';

type Hands = Pick<Locator, 'click' | 'fill' | 'check' | 'uncheck' | 'selectOption'>;
const MOST_STEPS = 400;

/**
 * The hands of somebody without a pointer. A story that says `click`, `fill`, `check` or `selectOption` is told with Tab,
 * Enter, Space, arrows and letters instead. On the way the focus has to be seen, and must never be caught.
 */
const keyboard: Hands & ThisType<Locator> = {
  async click() {
    const at = await reach(this);
    const isBox = await at.evaluate((element) => element.matches('[type=checkbox], [type=radio]'));
    await this.page().keyboard.press(isBox ? 'Space' : 'Enter');
  },

  async fill(text) {
    await reach(this);
    const { keyboard: keys } = this.page();
    if (await this.inputValue()) {
      await keys.press('ControlOrMeta+a');
      await keys.press('Backspace');
    }
    await keys.type(text);
  },

  async check() {
    const at = await reach(this);
    if (!(await this.isChecked())) await this.page().keyboard.press('Space');
    if (!(await this.isChecked())) throw new Error(`${String(at)} is not checked by the keyboard.`);
  },

  async uncheck() {
    await reach(this);
    if (await this.isChecked()) await this.page().keyboard.press('Space');
  },

  async selectOption(wanted) {
    const at = (await reach(this)) as ElementHandle<HTMLSelectElement>;
    const { label, value } = Object(typeof wanted === 'string' ? { value: wanted } : wanted) as {
      label?: string;
      value?: string;
    };
    const steps = await at.evaluate(
      (select, [text, code]) => {
        const options = [...select.options];
        const to = options.findIndex((one) => one.value === code || (text && one.label.trim() === text));
        return to - select.selectedIndex;
      },
      [label, value] as const,
    );
    for (let n = 0; n < Math.abs(steps); n++)
      await this.page().keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
    return [await this.inputValue()];
  },
};

/** Puts the keyboard into the hands of every page until the answer is called. */
export function takeKeyboard(page: Page): () => void {
  const prototype = Object.getPrototypeOf(page.locator('html')) as Hands;
  const pointer: Hands = { ...pick(prototype) };
  Object.assign(prototype, keyboard);
  return () => void Object.assign(prototype, pointer);
}

function pick({ click, fill, check, uncheck, selectOption }: Hands): Hands {
  return { click, fill, check, uncheck, selectOption };
}

/** A page that is still arriving may take the element away on the way to it. */
async function reach(locator: Locator): Promise<ElementHandle<Element>> {
  for (let tries = 0; ; tries++) {
    try {
      return await walkTo(locator);
    } catch (error) {
      if (tries >= 3 || !/context was destroyed|not attached|navigat/i.test(String(error))) throw error;
      await locator.page().waitForLoadState();
    }
  }
}

/** Goes on with Tab until the focus is where it should be; among radios with the arrows. */
async function walkTo(locator: Locator): Promise<ElementHandle<Element>> {
  await locator.waitFor({ state: 'attached' });
  const found = await locator.elementHandle();
  const at = (await found?.evaluateHandle((element) => {
    const label = element.closest('label');
    return label?.control ?? element.closest('a, button, summary, input, select, textarea, [tabindex]');
  })) as ElementHandle<Element> | undefined;
  if (!at) throw new Error(`${String(locator)} is nothing that a keyboard could reach.`);

  const { keyboard: keys } = locator.page();
  let before: string | null = null;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { where, name } = await at.evaluate(standing);
    if (where === 'there') return seen(at, String(locator));
    if (where === 'beside') await keys.press('ArrowDown');
    else await keys.press('Tab');
    if (name !== null && name === before) throw new Error(`The focus is caught in ${name}.`);
    before = where === 'beside' ? null : name;
  }
  throw new Error(`${String(locator)} is not reached by the keyboard.`);
}

/** Where the focus stands, seen from an element: on it, on a radio beside it, or elsewhere. */
function standing(element: Element): { where: 'there' | 'beside' | 'elsewhere'; name: string | null } {
  const { activeElement: focused } = document;
  const all = [...document.querySelectorAll('*')];
  const name = focused && focused !== document.body ? `${focused.tagName} ${all.indexOf(focused)}` : null;
  if (focused === element) return { where: 'there', name };
  const isBeside =
    element instanceof HTMLInputElement &&
    focused instanceof HTMLInputElement &&
    element.type === 'radio' &&
    focused.type === 'radio' &&
    focused.name === element.name;
  return { where: isBeside ? 'beside' : 'elsewhere', name };
}

/** A focus that is not seen is of no use. */
async function seen(at: ElementHandle<Element>, name: string): Promise<ElementHandle<Element>> {
  const isSeen = await at.evaluate((element) => {
    const shows = (one: Element | null, part?: string) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one, part);
      return boxShadow !== 'none' || (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0);
    };
    // Boxes and radios are drawn before their label.
    return shows(element) || shows(element.nextElementSibling, '::before') || shows(element, '::before');
  });
  if (!isSeen) throw new Error(`${name} has the focus, and nobody can see it.`);
  return at;
}
