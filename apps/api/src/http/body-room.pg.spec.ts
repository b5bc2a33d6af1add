import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { startSignedIn } from '../../testing/app-for-tests.ts';

it('a small body of unknown length keeps no room: a stream that stays open holds up no other request', async () => {
  const { app, client } = await startSignedIn();
  onTestFinished(() => app.close());
  const sendChunked = async (query: string, accept: string): Promise<IncomingMessage> => {
    const sent = request(`${app.url}/graphql`, {
      method: 'POST',
      headers: {
        Accept: accept,
        Cookie: client.cookie ?? '',
        'Content-Type': 'application/json',
        'Transfer-Encoding': 'chunked',
      },
    });
    sent.end(JSON.stringify({ query }));
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    return answer;
  };

  const stream = await sendChunked(
    'subscription { testEmailProgress(watchId: "w") { name } }',
    'text/event-stream',
  );
  expect(stream.statusCode).toBe(200);
  const answer = await sendChunked('{ needsSetUp }', 'application/json');
  expect(await text(answer)).toBe('{"data":{"needsSetUp":false}}\n');
  stream.destroy();
});
