import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

const api = `http://127.0.0.1:${process.env['API_PORT'] ?? 4000}`;

export default defineConfig({
  plugins: [
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
    // The browser sees one origin; only these two addresses belong to the API.
    proxy: { '/graphql': { target: api, ws: true }, '/api/auth': api },
  },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
});
