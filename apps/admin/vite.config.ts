import { fileURLToPath } from 'node:url';
import vueI18n from '@intlify/unplugin-vue-i18n/vite';
import ui from '@nuxt/ui/vite';
import vue from '@vitejs/plugin-vue';
import { type Plugin, defineConfig } from 'vite';

/** Runs as soon as it has come; the script of the panel imports it, and would have it wait for all that the panel needs. */
const firstRequestsFirst: Plugin = {
  name: 'first-requests-first',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const chunk = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.name === 'first-requests',
      );
      if (!chunk) return;
      const attrs = { type: 'module', async: true, crossorigin: true, src: `/${chunk.fileName}` };
      return [{ tag: 'script', attrs, injectTo: 'head' }];
    },
  },
};

export default defineConfig({
  plugins: [
    firstRequestsFirst,
    vue(),
    ui({
      // Components are imported where they are used; nothing appears out of nowhere.
      autoImport: false,
      components: false,
      dts: false,
      // Its switch injects a <style>, which the Content-Security-Policy refuses; ours is src/ui/theme.ts.
      colorMode: false,
      // Colour for the frame, the icon and the title; what is to be read is in the colour of text.
      ui: { alert: { slots: { title: 'font-semibold', description: 'text-default opacity-100' } } },
      // Every icon that a source file names is bundled: no icon is ever fetched.
      icon: { clientBundle: { scan: { globInclude: ['src/**/*.{vue,ts}'] } } },
    }),
    vueI18n({
      // Messages are compiled here: the runtime needs no compiler, and so no `new Function`.
      include: fileURLToPath(new URL('./src/locales/*/*.json', import.meta.url)),
      runtimeOnly: true,
      fullInstall: false,
      compositionOnly: true,
      strictMessage: true,
    }),
  ],
  build: {
    manifest: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    // What all pages need is one file and not twenty: a browser asks for six at a time, and each has its round trip.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first-requests', test: /first-requests|pages\.ts|preload-helper/, priority: 4 },
            // It makes an Error when it is loaded, for which V8 reads the whole file again, to know its lines.
            { name: 'tailwind-variants', test: /tailwind-variants/, priority: 3 },
            { name: 'panel', tags: ['$initial'], priority: 2 },
            { name: 'of-several-pages', minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: { port: 4001, strictPort: true, proxy: { '/graphql': 'http://localhost:4000' } },
});
