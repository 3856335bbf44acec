import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { liveScripts } from './live-scripts.ts';

const api = `http://127.0.0.1:${process.env['API_PORT'] ?? 4000}`;

/** The explorer's sheet carries two fonts inside itself, which our policy would refuse one by one. */
const explorerWithoutFonts: Plugin = {
  name: 'explorer-without-fonts',
  enforce: 'pre',
  transform: (code, id) =>
    /graphiql\/.*\.css$/.test(id) ? code.replace(/@font-face\s*\{[^}]*\}/g, '') : null,
};

export default defineConfig({
  plugins: [
    explorerWithoutFonts,
    liveScripts(),
    sveltekit({
      adapter: adapter(),
      csp: {
        // Hashes, not nonces: a page's bytes may then be shared between anonymous readers.
        mode: 'hash',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one style attribute is the framework's own, on the region that announces a page's title.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'form-action': ['self'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  server: {
    // The browser sees one origin; only these addresses belong to the API.
    proxy: { '/graphql': { target: api, ws: true }, '/api/': api },
  },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
});
