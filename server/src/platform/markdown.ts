import MarkdownIt, { type RendererRule, type Token } from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { linksForImages, outline } from './markdown-rules.ts';

/** The one path from what people write to what pages show. The same source always gives the same HTML. */
export function renderMarkdown(source: string): string {
  return sanitizeHtml(markdown.render(source), ALLOWED);
}

/** The words alone, on one line of at most `max` characters, for lists and previews. */
export function plainExcerpt(source: string, max: number): string {
  // An excerpt shows the beginning, so the rest of a long text is not worth parsing.
  const beginning = source.slice(0, max * 8 + 200).replace(/[\uD800-\uDBFF]$/, '');
  const words = markdown.parse(beginning, {}).map(wordsOf).join(' ');
  return shorten(words.replace(/\s+/g, ' ').trim(), max);
}

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable('strikethrough');

// A bare "www." is an address to whoever types it; "evaluated.In practice" is a slip of the space bar.
const WWW_REST = /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#][^\s<>"()]*[^\s<>"().,;:!?'*_])?\/?/uy;
markdown.linkify.set({ fuzzyLink: false }).add('www.', {
  validate(text, position) {
    WWW_REST.lastIndex = position;
    return WWW_REST.exec(text)?.[0].length ?? 0;
  },
  normalize(match) {
    match.url = `https://${match.url}`;
  },
});
markdown.validateLink = (url) => /^(?:https?:\/\/|mailto:)/i.test(url);
markdown.core.ruler.push('outline', ({ tokens }) => outline(tokens));
markdown.core.ruler.push('links_for_images', ({ tokens, Token }) => linksForImages(tokens, Token));
// A fence looks as indented code does; the language named after it is not shown.
markdown.renderer.rules.fence = markdown.renderer.rules.code_block as RendererRule;

/** The second lock: whatever the parser does, only this leaves. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags:
    'p br strong em del code pre blockquote ul ol li a h3 h4 h5 hr table thead tbody tr th td'.split(' '),
  allowedAttributes: { '*': ['dir'], a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    a: (tagName, { href = '' }) => ({ tagName, attribs: { href, rel: 'nofollow noopener ugc' } }),
  },
  // Without an address it is no link, and its words stay; without words nobody could see it.
  exclusiveFilter: ({ tag, text, attribs }) => {
    if (tag !== 'a') return false;
    if (!attribs.href) return 'excludeTag';
    return !text.trim();
  },
};

function wordsOf(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
  return token.children ? token.children.map(wordsOf).join('') : token.content;
}

function shorten(line: string, max: number): string {
  const characters = [...line.slice(0, max * 2 + 2)];
  if (characters.length <= max) return line;

  const cut = characters.slice(0, max - 1).join('').length;
  const space = line.lastIndexOf(' ', cut);
  if (space > cut / 2) return `${line.slice(0, space)}…`;

  // No space to cut at: take care not to cut a picture or a letter with its marks in two.
  const graphemes = new Intl.Segmenter().segment(line.slice(0, cut + 64));
  return `${line.slice(0, graphemes.containing(cut)?.index ?? cut)}…`;
}
