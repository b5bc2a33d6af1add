// Runs in a process of its own: hands on what it gets to another port, so many milliseconds later in each direction.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

const [target, delayMs] = process.argv.slice(2).map(Number);
if (target === undefined || delayMs === undefined)
  throw new Error('usage: delay-proxy <port> <milliseconds each way>');

function handOn(source: Socket, destination: Socket): void {
  source.on('data', (bytes: Buffer) => {
    setTimeout(() => destination.write(bytes), delayMs);
  });
  source.on('end', () => {
    setTimeout(() => destination.end(), delayMs);
  });
  source.on('error', () => destination.destroy());
}

const proxy = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
  const server = connect({ host: '127.0.0.1', port: target, allowHalfOpen: true, noDelay: true });
  handOn(client, server);
  handOn(server, client);
});
proxy.listen(0, '127.0.0.1');
await once(proxy, 'listening');
process.send?.((proxy.address() as AddressInfo).port);
await once(process, 'disconnect');
process.exit();
