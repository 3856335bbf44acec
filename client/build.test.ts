import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const build = fileURLToPath(new URL('build/', import.meta.url));

// What nhsuk-frontend would bring: the logo's own path, the typeface, where it is fetched from, the blue.
test.each(['M200 0v80H0V0h200Z', 'Frutiger', 'assets.nhs.uk', '#005eb8'])(
  'the default build, which npm run build made, holds no %s',
  (mark) => {
    const files = globSync('{client,server}/**/*.{js,css,html,svg}', { cwd: build });
    expect(files.length, 'Run npm run build first.').toBeGreaterThan(20);
    const holding = files.filter((file) =>
      readFileSync(build + file, 'utf8')
        .toLowerCase()
        .includes(mark.toLowerCase()),
    );
    expect(holding).toEqual([]);
  },
);
