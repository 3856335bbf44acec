import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import postcss, { type Container, type Declaration, type Rule } from 'postcss';
import rtlcss from 'rtlcss';
import { compile } from 'sass';

// The sheets the server chooses from: the theme, what differs of it by night, and both of them mirrored.
const theme = process.env['HUB_THEME'] ?? 'hub';
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const out = here('src/lib/sheets/generated/');

export function sheetsOf(name: string): Record<string, string> {
  const day = compiled(name);
  const night = difference(day, compiled(`${name}-dark`));
  return {
    day,
    night,
    'day-rtl': mirrored(day),
    'night-rtl': mirrored(night),
  };
}

function compiled(name: string): string {
  return compile(here('src/theme/hub.scss'), {
    loadPaths: [here(`src/theme/themes/${name}`), here('../node_modules')],
    quietDeps: true,
    style: 'compressed',
  }).css;
}

/** Left for right, in shapes too: arrows are cut out of squares, which rtlcss turns but does not cut anew. */
export function mirrored(css: string): string {
  return rtlcss.process(css).replace(/polygon\(([^)]*)\)/g, (_, points: string) => {
    const flipped = points.split(',').map((point) => {
      const [x = '0', y = '0'] = point.trim().split(/\s+/);
      return `${100 - parseFloat(x)}% ${y}`;
    });
    return `polygon(${flipped.join(', ')})`;
  });
}

/**
 * Only the declarations in which the second sheet differs: the two come from one source, so their rules stand in step.
 * Its rules come after all of the first, so what a modifier says of a property that its block changed is said again.
 */
export function difference(first: string, second: string): string {
  const root = postcss.parse(second);
  keepChanged(postcss.parse(first), root, new Set());
  return root.toString();
}

function keepChanged(before: Container, after: Container, changed: Set<string>): void {
  const [old, nodes] = [before.nodes ?? [], after.nodes ?? []];
  if (old.length !== nodes.length) throw new Error('The two palettes do not make the same rules.');
  for (const [index, node] of [...nodes].entries()) {
    const was = old[index];
    if (node.type === 'decl') {
      if (node.prop !== (was as Declaration).prop)
        throw new Error(`${node.prop} stands where another stood.`);
      const rule = after as Rule;
      if (node.value !== (was as Declaration).value) note(rule, node.prop, changed);
      else if (!isSaidAgain(rule, node.prop, changed)) node.remove();
    } else if (node.type === 'rule' || (node.type === 'atrule' && node.nodes)) {
      keepChanged(was as Container, node, changed);
      if (node.nodes?.length === 0) node.remove();
    } else node.remove();
  }
}

const FAMILY = /^(background|border|color)(?:-color)?$/;
const CLASS = /\.([a-z]+(?:-[a-z]+)*)(--)?/g;

/** What a block changed: its ground, its letters, or its border. */
function note({ selector }: Rule, property: string, changed: Set<string>): void {
  const family = FAMILY.exec(property)?.[1];
  if (!family) return;
  for (const [, block = '', modifier] of selector.matchAll(CLASS))
    if (!modifier) changed.add(`${block} ${family}`);
}

/** Where a block takes another colour by night, a modifier that says the same by day and by night would lose its own. */
function isSaidAgain({ selector, parent }: Rule, property: string, changed: ReadonlySet<string>): boolean {
  const family = FAMILY.exec(property)?.[1];
  if (!family || parent?.type === 'atrule') return false;
  return [...selector.matchAll(CLASS)].some(
    ([, block = '', modifier]) => modifier && changed.has(`${block} ${family}`),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(out, { recursive: true });
  for (const [name, css] of Object.entries(sheetsOf(theme))) writeFileSync(`${out}${name}.css`, css);
  console.log(`The sheets of the theme ${theme} are written.`);
}
