import 'reflect-metadata';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultIn } from '../../test/markup.ts';
import { plainExcerpt, renderMarkdown } from './markdown.ts';
import { naughty } from '../../test/naughty-words.ts';

describe('what people write', () => {
  test.each([
    ['plain *words* and **more**', '<p dir="auto">plain <em>words</em> and <strong>more</strong></p>'],
    ['one\ntwo', '<p dir="auto">one<br />\ntwo</p>'],
    [
      '# One\n## Two\n###### Six',
      '<h3 dir="auto">One</h3>\n<h4 dir="auto">Two</h4>\n<h5 dir="auto">Six</h5>',
    ],
    ['3. three\n4. four', '<ol start="3" dir="auto">\n<li>three</li>\n<li>four</li>\n</ol>'],
    ['> quoted', '<blockquote dir="auto">\n<p>quoted</p>\n</blockquote>'],
    ['```js\n<b>1</b>\n```', '<pre dir="auto"><code>&lt;b&gt;1&lt;/b&gt;\n</code></pre>'],
    ['    code', '<pre dir="auto"><code>code\n</code></pre>'],
    ['a <b>bold</b> & "b"', '<p dir="auto">a &lt;b&gt;bold&lt;/b&gt; &amp; "b"</p>'],
    ['~~kept as typed~~ evaluated.In practice', '<p dir="auto">~~kept as typed~~ evaluated.In practice</p>'],
    [
      '[a](/relative) [b](//host) [c](ftp://h/)',
      '<p dir="auto">[a](/relative) [b](//host) [c](ftp://h/)</p>',
    ],
    ['[no address]() and [](https://a.org)', '<p dir="auto">no address and </p>'],
    ['---', '<hr />'],
  ])('%j', (source, html) => {
    expect(renderMarkdown(source).trim()).toBe(html);
    expect(faultIn(renderMarkdown(source))).toBeNull();
  });

  test('a table is a table', () => {
    const html = renderMarkdown('| a | b |\n|---|--:|\n| 1 | 2 |');
    expect(html).toContain('<table dir="auto">');
    expect(html).toContain('<td>2</td>');
    expect(faultIn(html)).toBeNull();
  });

  test.each([
    [
      'https://who.int/a_b_c?x=1&y=2',
      'https://who.int/a_b_c?x=1&amp;y=2',
      'https://who.int/a_b_c?x=1&amp;y=2',
    ],
    ['see www.nhs.uk/conditions.', 'https://www.nhs.uk/conditions', 'www.nhs.uk/conditions'],
    ['amara@example.org', 'mailto:amara@example.org', 'amara@example.org'],
    ['[guide](https://example.org "title")', 'https://example.org', 'guide'],
    ['![a **chart**](https://example.org/c.png)', 'https://example.org/c.png', 'a chart'],
    ['![](https://example.org/c.png)', 'https://example.org/c.png', 'https://example.org/c.png'],
    ['[![logo](https://a.org/l.png)](https://b.org)', 'https://b.org', 'logo'],
    ['<https://example.org/x>', 'https://example.org/x', 'https://example.org/x'],
  ])('%s becomes one careful link', (source, href, words) => {
    const html = renderMarkdown(source);
    expect(html).toContain(`<a href="${href}" rel="nofollow noopener ugc">${words}</a>`);
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(faultIn(html)).toBeNull();
  });
});

describe('what must never run', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](java\u0000script:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '![x](data:image/png;base64,AAAA)',
    '![x](javascript:alert(1))',
    '<javascript:alert(1)>',
    '[x](vbscript:x) [y](file:///etc/passwd)',
    '[x]: javascript:alert(1)\n\n[x]',
    '[x](https://a.org/"onclick="alert(1))',
    '[x](https://a.org "\\" onclick=\\"alert(1)")',
    '``<svg onload=alert(1)>``\n\n    <iframe src=//evil>',
    '```"><script>\nalert(1)\n```',
    '<a href="https://a.org" onclick="alert(1)">x</a>',
  ])('%j', (source) => {
    const html = renderMarkdown(source);
    expect(faultIn(html)).toBeNull();
    expect(html).not.toMatch(/<a href="(?!https:\/\/a\.org)/);
  });

  test('the check above can fail', () => {
    expect(faultIn('<p dir="auto"><script>1</script></p>')).toContain('!tag');
    expect(faultIn('<p onclick="x">a</p>')).toContain('!attribute');
    expect(faultIn('<a href="javascript:x" rel="nofollow noopener ugc">a</a>')).toContain('!attribute');
    expect(faultIn('<a href="https://a.org">a</a>')).toContain('!link');
    expect(faultIn('<em><p>a</em></p>')).toContain('!order');
    expect(faultIn('<p>a <img src=x></p>')).toContain('loose');
  });

  test('every naughty string is harmless, alone and inside other marks', () => {
    for (const raw of naughty) {
      for (const source of [
        raw,
        `[${raw}](${raw})`,
        `![${raw}](https://a.org/${raw})`,
        `> # ${raw}`,
        `| ${raw} |\n|-|`,
      ]) {
        expect(faultIn(renderMarkdown(source)), source).toBeNull();
        plainExcerpt(source, 40);
      }
    }
  });

  test('so is whatever else the marks can be put together to', () => {
    const piece = fc.constantFrom(
      ...[
        '[',
        ']',
        '(',
        ')',
        '!',
        '<',
        '>',
        '`',
        '*',
        '_',
        '"',
        "'",
        '\\',
        '&',
        '#',
        '|',
        '\n',
        '\n\n',
        '    ',
        '- ',
      ],
      ...[
        'javascript:',
        'https://a.org',
        'data:',
        '&#x6A;',
        '<script>',
        'onerror=',
        '<!--',
        ']]>',
        'www.a.org',
        'a@b.org',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join('');
        expect(faultIn(renderMarkdown(source))).toBeNull();
        expect(renderMarkdown(source)).toBe(renderMarkdown(source));
      }),
      { numRuns: 2_000, seed: 18 },
    );
  });
});
