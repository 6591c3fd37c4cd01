import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import house from './scripts/lint/plugin.mjs'

/** A page of the mini-program runs without a browser: these exist in the web build alone. */
const browserGlobals = [
  'window',
  'document',
  'navigator',
  'location',
  'history',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'AbortController',
  'FormData',
  'Blob',
  'File',
  'FileReader',
  'TextEncoder',
  'TextDecoder',
  'crypto',
  'structuredClone',
  'queueMicrotask',
  'globalThis',
]

export default defineConfig(
  globalIgnores(['**/dist/', '**/coverage/', '**/.cache/', '**/.swc/', '**/*.gen.ts', 'artifacts/', 'data/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      // Chinese text is spaced with the wide space.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipJSXText: true }],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An async method without await keeps the promise of its interface; that is no mistake.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['{shared,server,miniapp}/**/*.{ts,tsx}'],
    plugins: { house },
    rules: { 'house/layers': 'error', 'house/no-circle': 'error' },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: 'class-validator',
          importNames: ['Length', 'MaxLength'],
          message: 'They count otherwise than the database: take those of platform/words.js.',
        },
      ],
    },
  },
  {
    files: ['miniapp/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // React does not wait for a handler, and an async handler shows its own errors.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['miniapp/src/**/*.{ts,tsx}'],
    ignores: ['**/*.h5.{ts,tsx}', '**/*.spec.{ts,tsx}'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...browserGlobals.map((name) => ({
          name,
          message: 'A mini-program has no browser: use Taro, or put it into a *.h5.ts file.',
        })),
      ],
    },
  },
  {
    files: ['**/*.spec.{ts,tsx}', '**/*.fixture.{ts,tsx}', '{server,miniapp}/{test,bench,e2e}/**/*.{ts,tsx}'],
    rules: {
      // A parsed HTTP answer is `any`; the assertions of the test are its check.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
)
