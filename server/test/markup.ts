const VOID = new Set(['br', 'hr']);
const TAGS = new Set(
  'p br strong em del code pre blockquote ul ol li a h3 h4 h5 hr table thead tbody tr th td'.split(' '),
);
const ATTRIBUTES: Record<string, RegExp> = {
  dir: /^auto$/,
  rel: /^nofollow noopener ugc$/,
  href: /^(?:https?:\/\/|mailto:)[^\s<>"]*$/i,
  start: /^\d{1,9}$/,
};

/** Every "<" opens a known tag with known attributes, every tag closes in order, nothing else is markup. */
export function faultIn(html: string): string | null {
  const open: string[] = [];
  const text = html.replace(
    /<(\/?)([a-z0-9]+)((?: [a-z]+="[^"]*")*)( ?\/)?>/g,
    (tag, closing, name, attributes) => {
      if (!TAGS.has(name)) open.push(`!tag ${tag}`);
      for (const [, key, value] of attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)) {
        if (!ATTRIBUTES[key]?.test(value)) open.push(`!attribute ${tag}`);
      }
      if (name === 'a' && !closing && !/ href=".*" rel="/.test(tag)) open.push(`!link ${tag}`);
      if (VOID.has(name)) return '';
      if (!closing) open.push(name);
      else if (open.pop() !== name) open.push(`!order ${tag}`);
      return '';
    },
  );
  if (/[<>]/.test(text)) return `loose bracket in ${text.slice(0, 80)}`;
  return open.length > 0 ? open.join(' ') : null;
}
