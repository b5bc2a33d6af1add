import { Agent } from 'node:http';
import { GraphqlConnection } from '../service/graphql-connection.ts';
import {
  addServer,
  createToken,
  removeData,
  signIn,
  startPostroom,
  workerReady,
} from '../service/postroom.ts';
import { CONNECTIONS, inBatches, testEmails, type Contestant } from './contestant.ts';

const SEND = 'mutation ($inputs: [SendEmailInput!]!) { sendEmails(inputs: $inputs) { __typename } }';

/** Over HTTP, `sendEmails` of 100, four clients. */
export const postroom = (execArgv: readonly string[] = []): Contestant => ({
  name: 'Postroom',
  async start(sinkPort) {
    const service = await startPostroom({ execArgv });
    const session = await signIn(service.url);
    await addServer(session, { name: 'sink', port: sinkPort, maxConnections: CONNECTIONS });
    const token = await createToken(session);
    await workerReady(service);
    const agent = new Agent({ keepAlive: true });
    const script = new GraphqlConnection(service.url, agent, { Authorization: `Bearer ${token}` });
    return {
      async submit(count) {
        await inBatches(testEmails(count), { size: 100, atOnce: 4 }, async (batch) => {
          const inputs = batch.map(({ to, ...content }) => ({ to: [to], ...content }));
          const { sendEmails } = await script.send<{ sendEmails: { __typename: string }[] }>(SEND, {
            inputs,
          });
          const refused = sendEmails.find((result) => result.__typename !== 'Email');
          if (refused !== undefined) throw new Error(`an email was answered with ${refused.__typename}`);
        });
      },
      pids: () => [service.pids().api, service.pids().database],
      async stop() {
        agent.destroy();
        await service.stop();
        removeData(service.dataDir);
      },
    };
  },
});
