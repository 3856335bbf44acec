import { directionOf, type Language } from '../platform/say/generated/languages.ts';

/** What a mail says, before it is text or HTML. */
export interface Letter {
  language: Language;
  subject: string;
  parts: readonly Part[];
  /** The one thing to do about it, where there is one. */
  button?: { text: string; href: string };
  /** Why it came, and how to stop it. */
  foot: { lines: readonly string[]; links: readonly { text: string; href: string }[] };
}

export interface Part {
  heading?: string;
  lines: readonly Line[];
}

export interface Line {
  text: string;
  href?: string;
}

/** Plain text: an address stands alone on its line, so that no direction of writing turns it around. */
export function plainText({ parts, button, foot }: Letter): string {
  const blocks = [
    ...parts.map(({ heading, lines }) =>
      [heading && `${heading}\n`, ...lines.map(({ text, href }) => (href ? `${text}\n${href}\n` : text))]
        .filter(Boolean)
        .join('\n'),
    ),
    button && `${button.text}\n${button.href}`,
    `-- \n${[...foot.lines, ...foot.links.map(({ text, href }) => `${text}\n${href}`)].join('\n')}`,
  ];
  return `${blocks
    .filter(Boolean)
    .map((block) => String(block).trimEnd())
    .join('\n\n')}\n`;
}

const INK = '#212b32';
const BRAND = '#00596b';

/** HTML that every mail program shows: no sheet, no picture, nothing to load. */
export function html({ language, subject, parts, button, foot }: Letter): string {
  const dir = directionOf(language);
  const body = [
    ...parts.map(partHtml),
    button &&
      `<p><a href="${escaped(button.href)}" style="display:inline-block;padding:12px 20px;background:${BRAND};color:#ffffff;font-weight:bold;text-decoration:none">${escaped(button.text)}</a></p>`,
    `<hr style="border:0;border-top:1px solid #aeb7bd;margin:24px 0">`,
    ...foot.lines.map((line) => `<p style="margin:0 0 8px;font-size:14px">${escaped(line)}</p>`),
    `<p style="margin:0;font-size:14px">${foot.links.map(linkHtml).join(' · ')}</p>`,
  ].filter(Boolean);
  return `<!doctype html>
<html lang="${language}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body dir="${dir}" style="margin:0;padding:24px;color:${INK};font-family:Arial,sans-serif;font-size:16px;line-height:1.5"><div style="max-width:600px">
${body.join('\n')}
</div></body></html>
`;
}

function partHtml({ heading, lines }: Part): string {
  const shown = lines.map(
    (line) =>
      `<li style="margin:0 0 8px">${line.href ? linkHtml({ text: line.text, href: line.href }) : escaped(line.text)}</li>`,
  );
  if (!heading) return lines.map(({ text }) => `<p>${escaped(text)}</p>`).join('\n');
  return `<h2 style="font-size:19px;margin:24px 0 8px">${escaped(heading)}</h2>\n<ul style="margin:0;padding-inline-start:20px">${shown.join('')}</ul>`;
}

function linkHtml({ text, href }: { text: string; href: string }): string {
  return `<a href="${escaped(href)}" style="color:${BRAND}">${escaped(text)}</a>`;
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
