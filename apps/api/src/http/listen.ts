import { once } from 'node:events';
import type { Server } from 'node:http';

/** Requests that are under way may take so long to end when the service stops. */
const STOP_MS = 10_000;

/** null = it listens; else one sentence that says what is in the way. */
export async function listen(
  server: Server,
  { host, port, portName = 'PORT' }: { host: string; port: number; portName?: string },
): Promise<string | null> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const place = `port ${String(port)} of ${host}`;
    if (code === 'EADDRINUSE')
      return `Another program uses ${place}: stop it, or set ${portName} to a free one.`;
    if (code === 'EACCES') return `This account may not use ${place}: set ${portName} to one above 1023.`;
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      return `HOST ${host} is no address of this machine.`;
    throw error;
  }
}

/** Takes no more connections, lets answers end, then cuts what is left. */
export async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, STOP_MS);
  await closed;
  clearTimeout(cut);
}
