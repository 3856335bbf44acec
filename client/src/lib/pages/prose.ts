/** A page of our own text, block by block: each line of a message is one. */
export type Block =
  | { kind: 'heading'; id: string; text: string }
  | { kind: 'list' | 'steps'; items: string[] }
  | { kind: 'facts'; rows: { key: string; text: string }[] }
  | { kind: 'paragraph'; text: string };

/**
 * `## anchor: Heading`, `- item`, `1. step`, `| key | text`, and everything else a paragraph. A grammar this small keeps
 * a whole section together for whoever translates it.
 */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split('\n')) {
    const last = blocks.at(-1);
    const [, id = '', heading = ''] = /^## ([\w-]+): (.*)$/.exec(line) ?? [];
    const [, key = '', fact = ''] = /^\| (.*?) \| (.*)$/.exec(line) ?? [];
    const kind = line.startsWith('- ') ? 'list' : /^\d+\. /.test(line) ? 'steps' : null;
    const item = line.replace(/^(?:-|\d+\.) /, '');
    if (heading) blocks.push({ kind: 'heading', id, text: heading });
    else if (key && last?.kind === 'facts') last.rows.push({ key, text: fact });
    else if (key) blocks.push({ kind: 'facts', rows: [{ key, text: fact }] });
    else if (kind && last?.kind === kind) last.items.push(item);
    else if (kind) blocks.push({ kind, items: [item] });
    else if (line) blocks.push({ kind: 'paragraph', text: line });
  }
  return blocks;
}
