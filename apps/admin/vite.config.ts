import { fileURLToPath } from 'node:url';
import vueI18n from '@intlify/unplugin-vue-i18n/vite';
import ui from '@nuxt/ui/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
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
  build: { manifest: true, target: 'es2023', modulePreload: { polyfill: false } },
  server: { port: 4001, strictPort: true, proxy: { '/graphql': 'http://localhost:4000' } },
});
