import type { Token } from 'markdown-it';

type TokenClass = new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

/** Headings start below the page's own, and each outer block finds its direction from its first strong letter. */
export function outline(tokens: Token[]): void {
  for (const token of tokens) {
    if (token.type === 'heading_open' || token.type === 'heading_close') {
      token.tag = `h${Math.min(Number(token.tag.slice(1)) + 2, 5)}`;
    }
    // Inner blocks inherit: a `dir` of their own would hide their letters from the list or quotation around them.
    const isOuter = token.level === 0 && (token.nesting === 1 || CODE.has(token.type));
    if (isOuter) token.attrSet('dir', 'auto');
  }
}

/** A picture would be fetched from a stranger's server by every reader, so it becomes a link named by its words. */
export function linksForImages(tokens: Token[], TokenOf: TokenClass): void {
  for (const token of tokens) {
    if (!token.children?.some(({ type }) => type === 'image')) continue;

    let depth = 0;
    token.children = token.children.flatMap((child) => {
      depth += child.type === 'link_open' ? 1 : child.type === 'link_close' ? -1 : 0;
      return child.type === 'image' ? linkFor(child, depth > 0, TokenOf) : [child];
    });
  }
}

const CODE = new Set(['code_block', 'fence']);

function linkFor(image: Token, insideLink: boolean, TokenOf: TokenClass): Token[] {
  const address = String(image.attrGet('src') ?? '');
  const words = new TokenOf('text', '', 0);
  words.content = wordsIn(image) || address;
  if (insideLink) return [words];

  const open = new TokenOf('link_open', 'a', 1);
  open.attrSet('href', address);
  return [open, words, new TokenOf('link_close', 'a', -1)];
}

function wordsIn({ children, content }: Token): string {
  return children ? children.map(wordsIn).join('') : content;
}
