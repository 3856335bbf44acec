import { plainExcerpt, renderMarkdown } from '../../platform/markdown.ts';
import type { Chance } from './chance.ts';
import { OPENINGS, SENTENCES } from './sentences.ts';
import { EXPERTISE, PLACES } from './words.ts';

const PARAGRAPHS = 3_000;
const SUMMARY_MAX = 240;

/** Fills the places of a sentence. */
export function fill(sentence: string, chance: Chance, topic: string = chance.pick(EXPERTISE)): string {
  const filled = sentence
    .replace('{topic}', topic.toLowerCase())
    .replace('{place}', chance.pick(PLACES))
    .replace('{number}', String(chance.between(2, 18)));
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

/** Writes bodies out of a stock of paragraphs. Each is rendered once, by the one path that renders. */
export class Writing {
  readonly #chance: Chance;
  readonly #stock: string[];
  readonly #rendered = new Map<string, string>();

  constructor(chance: Chance) {
    this.#chance = chance;
    this.#stock = Array.from({ length: PARAGRAPHS }, () =>
      chance
        .some(SENTENCES, chance.between(1, 4))
        .map((sentence) => fill(sentence, chance))
        .join(' '),
    );
  }

  opening(topic: string): { body: string; html: string; summary: string } {
    const first = fill(this.#chance.pick(OPENINGS), this.#chance, topic);
    const written = this.#written([first, ...this.#chance.some(this.#stock, 2)]);
    return { ...written, summary: plainExcerpt(written.body, SUMMARY_MAX) };
  }

  reply(): { body: string; html: string } {
    return this.#written(this.#chance.some(this.#stock, this.#chance.isIn(70) ? 1 : 2));
  }

  /** Paragraphs without lists or links stand beside each other as they would together. */
  #written(paragraphs: string[]): { body: string; html: string } {
    return { body: paragraphs.join('\n\n'), html: paragraphs.map((each) => this.#render(each)).join('') };
  }

  #render(paragraph: string): string {
    const known = this.#rendered.get(paragraph);
    if (known !== undefined) return known;
    const html = renderMarkdown(paragraph);
    this.#rendered.set(paragraph, html);
    return html;
  }
}
