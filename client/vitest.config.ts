import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // What is live is written with runes.
  plugins: [svelte()],
  // The contract's checks must share one copy of graphql.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    setupFiles: ['./src/lib/say/everything.server.ts'],
    include: ['src/**/*.test.ts', '*.test.ts', '../schema/*.test.ts'],
    server: { deps: { inline: [/@graphql-inspector/, /@graphql-tools/] } },
  },
});
