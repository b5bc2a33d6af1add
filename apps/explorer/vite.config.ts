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
    // kB. The editor is big, and only those load it who want it.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      onLog(level, log, report) {
        // "use client" in browser-only packages: it means nothing here.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
});
