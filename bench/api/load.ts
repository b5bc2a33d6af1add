import { Agent } from 'node:http';
import { quantile } from '../service/figures.ts';
import { GraphqlConnection } from '../service/graphql-connection.ts';

export interface LoadFigures {
  perSecond: number;
  p95Ms: number;
}

/** So many clients, each of which asks again as soon as it has its answer. */
export async function load(
  {
    url,
    headers,
    clients,
    seconds,
  }: { url: string; headers?: Record<string, string>; clients: number; seconds: number },
  bodyOf: (number: number) => string,
): Promise<LoadFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const connection = new GraphqlConnection(url, agent, { ...headers });
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  const startedAt = performance.now();
  let sent = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        const begin = performance.now();
        const answer = await connection.raw(bodyOf((sent += 1)));
        times.push(performance.now() - begin);
        if (answer.includes('"errors"') || answer.includes('InvalidInput'))
          throw new Error(answer.slice(0, 500));
      }
    }),
  );
  agent.destroy();
  return { perSecond: (times.length * 1000) / (performance.now() - startedAt), p95Ms: quantile(times, 0.95) };
}
