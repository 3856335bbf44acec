import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

/** A file that outgrows this is missing a word; see STYLE.md. */
const lines = (max) => ({ 'max-lines': ['error', { max }] });

// Named one by one, so that the linter needs no package of global names.
const runtime = Object.fromEntries(
  `AbortController AbortSignal Blob Buffer FormData Headers Request Response TextDecoder TextEncoder URL
  URLSearchParams WebSocket clearInterval clearTimeout console crypto fetch performance process queueMicrotask
  setImmediate setInterval setTimeout structuredClone`
    .split(/\s+/)
    .map((name) => [name, 'readonly']),
);

export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      '**/build/',
      '**/dist/',
      '**/.svelte-kit/',
      '**/.turbo/',
      '**/coverage/',
      '**/test-results/',
      '**/.data/',
      'client/src/lib/*/generated/',
      'server/src/platform/say/generated/',
      'schema/schema.graphql',
      'server/src/demo/*.json',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs['flat/recommended'],
  {
    languageOptions: { globals: runtime },
    rules: {
      ...lines(200),
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
      ],
      eqeqeq: ['error', 'always'],
      'no-else-return': ['error', { allowElseIf: false }],
      'prefer-const': ['error', { destructuring: 'all' }],
      // A class of marks written as escapes is meant as it stands.
      'no-misleading-character-class': ['error', { allowEscape: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Rewriting imports to `import type` would take classes away from the decorators that need them at run time.
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
    rules: {
      // The type checker knows every name, the browser's included.
      'no-undef': 'off',
      // `let { data } = $props()` is how a component says what it is given; the plugin's own rule knows that.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all' }],
      // The hub lives at the root of its host, so an address in a link is the address.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  { files: ['**/*.svelte'], rules: lines(150) },
  // The one place that shows HTML which is not in a template.
  { files: ['client/src/lib/ui/Markup.svelte'], rules: { 'svelte/no-at-html-tags': 'off' } },
  // A Playwright fixture that needs no other is still written with a pattern.
  {
    files: ['client/journeys/**'],
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
  // Tools look for their configuration in the default export.
  {
    files: ['*.config.{js,ts}', '**/*.config.{js,ts}', 'server/test/setup.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  // What a migration did is never split afterwards.
  { files: ['server/migrations/*.ts'], rules: { 'max-lines': 'off' } },
);
