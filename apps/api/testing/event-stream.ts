import type { GraphqlClient } from './app-for-tests.ts';

export interface SubscriptionEvent {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string } }[];
}

/** The events of a subscription, as graphql-sse sends them, until the stream is complete. */
async function* subscribe(
  client: GraphqlClient,
  query: string,
  variables: object,
  options: { signal?: AbortSignal } = {},
): AsyncGenerator<SubscriptionEvent> {
  const response = await fetch(`${client.url}/graphql`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'text/event-stream',
      ...(client.cookie ? { Cookie: client.cookie } : {}),
      ...(client.token ? { Authorization: `Bearer ${client.token}` } : {}),
    },
    body: JSON.stringify({ query, variables }),
    ...(options.signal && { signal: options.signal }),
  });
  if (!response.headers.get('content-type')?.startsWith('text/event-stream') || response.body === null) {
    throw new Error(`${String(response.status)} ${await response.text()}`);
  }
  let text = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const name = /^event: ?(.*)$/m.exec(event)?.[1];
      const data = /^data: ?(.*)$/m.exec(event)?.[1];
      if (name === 'complete') return;
      if (name === 'next' && data) yield JSON.parse(data) as SubscriptionEvent;
    }
  }
}

/** All of them, once the stream is complete. */
export async function eventsOf(...subscription: Parameters<typeof subscribe>): Promise<SubscriptionEvent[]> {
  const events: SubscriptionEvent[] = [];
  for await (const event of subscribe(...subscription)) events.push(event);
  return events;
}
