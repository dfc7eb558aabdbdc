import { defineConfig } from 'vite';

// One script and one style sheet: the whole explorer is smaller than what splitting it would save.
export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    license: { fileName: 'licences.md' },
  },
  // `npm run dev` asks a server that runs beside it.
  server: { proxy: { '/graphql': { target: 'http://127.0.0.1:8080', changeOrigin: true }, '/revisions': { target: 'http://127.0.0.1:8080', changeOrigin: true } } },
});
