import './main.css';
import icons from '@nuxt/ui/runtime/vue/plugins/icons.js';
import urql from '@urql/vue';
import { createApp } from 'vue';
import App from './App.vue';
import { createSession, sessionKey } from './features/access/session.ts';
import { createGraphqlClient } from './graphql-client.ts';
import { createPanelI18n } from './i18n.ts';
import { createPanelRouter } from './router.ts';

const client = createGraphqlClient({ onUnauthenticated: () => session.end() });
const session = createSession(client);

createApp(App)
  .use(icons)
  .use(createPanelI18n())
  .use(urql, client)
  .provide(sessionKey, session)
  .use(createPanelRouter(session))
  .mount('#app');
