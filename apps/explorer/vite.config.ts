import { defineConfig } from 'vite';

/**
 * Served by the API at /graphiql under a policy of its own, because the editor writes <style> elements:
 * the panel's policy, and `style-src 'self' 'unsafe-inline'; worker-src 'self'; font-src 'self' data:`.
 */
export default defineConfig({
  base: '/graphiql/',
  // Two copies of graphql or of the editor break completion without a word.
  resolve: { dedupe: ['graphql', 'monaco-editor', 'react'] },
  server: { port: 4002, proxy: { '/graphql': 'http://localhost:4000' } },
  worker: { format: 'es' },
  build: {
    // The editor is one megabyte of its own and nobody loads it without wanting it.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      onwarn(warning, warn) {
        // React's server directive in browser-only packages: it means nothing here.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
});
