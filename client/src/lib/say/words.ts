import { told, type Patterns, type Values } from './told.ts';

const learnt: Patterns = {};
let known: () => Patterns = () => learnt;

/** Said once by the server: every message, in the language of the request being answered. */
export function hearWordsFrom(source: () => Patterns): void {
  known = source;
}

/** In the browser: the messages that came with a page, in its one language. */
export function learn(words: Patterns): void {
  Object.assign(learnt, words);
}

/** The messages of an area, each a method. Which of them a page says is found from its source, so never ask by a variable. */
export function area<Words extends object>(name: string): Words {
  const say = (_: object, key: string | symbol) => (values: Values) => {
    const pattern = known()[`${name}.${String(key)}`];
    return pattern === undefined ? '' : told(pattern, values);
  };
  return new Proxy<object>({}, { get: say }) as Words;
}
