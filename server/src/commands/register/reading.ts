/** What stands in a line, read field by field. Every fault of a line is told at once. */
export class Reading {
  readonly faults: string[] = [];
  readonly #value: Record<string, unknown>;

  constructor(value: Record<string, unknown>) {
    this.#value = value;
  }

  /** The id of a register, which may be a number there. */
  id(): string {
    const id = this.#value['id'];
    const text = typeof id === 'number' ? String(id) : id;
    if (typeof text === 'string' && text.trim() !== '' && text.length <= 200) return text;
    this.faults.push('id must be a text of 1 to 200 characters');
    return '';
  }

  text(name: string, most: number): string | null {
    const value = this.#value[name];
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string') return this.#refuse(`${name} must be text`);
    const text = plain(value);
    if (text.length > most) return this.#refuse(`${name} is longer than ${most} characters`);
    return text || null;
  }

  count(name: string, least: number, most: number): number | null {
    const value = this.#value[name];
    if (value === undefined || value === null) return null;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    return this.#refuse(`${name} must be a whole number from ${least} to ${most}`);
  }

  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | null {
    const value = this.#value[name];
    if (value === undefined || value === null) return null;
    const found = choices.find((choice) => choice === String(value).toUpperCase());
    return found ?? this.#refuse(`${name} must be one of ${choices.join(', ')}`);
  }

  day(name: string): string | null {
    const value = this.#value[name];
    if (value === undefined || value === null || value === '') return null;
    const text = String(value);
    // A year or a month alone is a date too: registers of publications know no more.
    const whole = /^\d{4}$/.test(text)
      ? `${text}-01-01`
      : /^\d{4}-\d{2}$/.test(text)
        ? `${text}-01`
        : text.slice(0, 10);
    const date = /^\d{4}-\d{2}-\d{2}$/.test(whole) ? new Date(`${whole}T00:00:00Z`) : null;
    const isDay = date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole);
    return isDay ? whole : this.#refuse(`${name} must be a date such as 2026-11-30`);
  }

  texts(name: string, most: number): string[] {
    const value = this.#value[name] ?? [];
    if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
      return value.map(plain).filter((each) => each !== '' && each.length <= most);
    this.faults.push(`${name} must be a list of texts`);
    return [];
  }

  /** A list of objects, each read by `read`; their faults say which item they are of. */
  each<Item>(name: string, read: (item: Reading) => Item): Item[] {
    const value = this.#value[name] ?? [];
    if (!Array.isArray(value)) {
      this.faults.push(`${name} must be a list`);
      return [];
    }
    return value.flatMap((each, at) => {
      if (typeof each !== 'object' || each === null) {
        this.faults.push(`${name} ${at + 1} must be an object`);
        return [];
      }
      const item = new Reading(each as Record<string, unknown>);
      const found = read(item);
      this.faults.push(...item.faults.map((fault) => `${name} ${at + 1}: ${fault}`));
      return [found];
    });
  }

  #refuse(fault: string): null {
    this.faults.push(fault);
    return null;
  }
}

/** Registers hold what keyboards and scanners left behind: it is taken out here, where a person would be asked to. */
function plain(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\p{Cs}\u200b\u00ad\ufeff]|(?![\n\t])\p{Cc}/gu, '')
    .normalize('NFC')
    .trim();
}
