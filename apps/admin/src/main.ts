import './main.css';
import { fetchSession } from './first-requests.ts';
import icons from '@nuxt/ui/runtime/vue/plugins/icons.js';
import urql from '@urql/vue';
import { createApp, shallowRef } from 'vue';
import App from './App.vue';
import { createReauthentication, reauthenticationKey } from './features/access/reauthentication.ts';
import { createSession, sessionKey } from './features/access/session.ts';
import { recordCalls, recordedCallsKey } from './features/api-calls/recorded-calls.ts';
import { bulkRunKey } from './features/emails/bulk-run-place.ts';
import { createGraphqlClient } from './graphql-client.ts';
import { createLanguageChoice, languageKey } from './i18n/language-choice.ts';
import { createPanelI18n } from './i18n/panel-i18n.ts';
import { createPanelRouter } from './router.ts';

const recorded = recordCalls();
const reauthentication = createReauthentication();
const client = createGraphqlClient({
  onUnauthenticated: () => session.end(),
  onOperation: (operation) => recorded.record(operation, new Date()),
  prove: reauthentication.prove,
});
const session = createSession(client, fetchSession);

const i18n = createPanelI18n();

const app = createApp(App)
  .use(icons)
  .use(i18n)
  .use(urql, client)
  .provide(sessionKey, session)
  .provide(reauthenticationKey, reauthentication)
  .provide(recordedCallsKey, recorded)
  .provide(bulkRunKey, shallowRef(null))
  .use(createPanelRouter(session));

void createLanguageChoice(i18n).then((language) => app.provide(languageKey, language).mount('#app'));
