/** Markup as a list of lines that two renderings of the same thing share: attributes sorted, white space folded. */
export function markupOf(html: string): string[] {
  const lines: string[] = [];
  for (const [token, comment, tag, text] of html.matchAll(/(<!--[\s\S]*?-->)|(<\/?[a-z][^>]*>)|([^<]+)/gi)) {
    if (comment) continue;
    const said = decoded(text ?? '')
      .replace(/[\s\u00a0]+/g, ' ')
      .trim();
    if (tag) lines.push(tagLine(token));
    else if (said) lines.push(said);
  }
  return lines;
}

// What nhsuk-frontend's own scripts look for, and what the language or the framework fills in.
const LEFT_OUT =
  /^(data-|novalidate|xmlns|focusable|width|height|fill|d|viewbox|dir|autocapitalize|autofocus)/;

function tagLine(tag: string): string {
  const [, close = '', name = '', rest = ''] = /^<(\/?)([a-z0-9-]+)([\s\S]*?)\/?>$/i.exec(tag) ?? [];
  if (close) return `</${name}>`;
  const attributes = [...rest.matchAll(/([a-z:-]+)(?:="([^"]*)")?/gi)]
    .map(([, key = '', value = '']) => ({ key: key.toLowerCase(), value: value.replace(/\s+/g, ' ').trim() }))
    .filter(({ key, value }) => !LEFT_OUT.test(key) && !(key === 'class' && value === ''))
    .map(({ key, value }) =>
      key === 'class' ? `class="${value.split(' ').sort().join(' ')}"` : `${key}="${value}"`,
    )
    .sort();
  return `<${[name, ...attributes].join(' ')}>`;
}

function decoded(text: string): string {
  return text
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
