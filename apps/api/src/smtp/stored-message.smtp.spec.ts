import { fallSilent, greet, on, readOnly, say, scriptedSmtpServer, type ScriptStep } from '@postroom/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { deliveryConnection, smtpSettings } from '../../testing/smtp-fixtures.ts';
import { MessageUnreadable, type MessageSource } from './index.ts';

const line = Buffer.from(`${'x'.repeat(62)}\r\n`);
const chunk = Buffer.alloc(64 * 1024, line);
const MEGABYTE = 1024 * 1024;

/** So many bytes of it; what was read, and whether it was closed, can be looked at. */
function stored(sizeBytes: number, breaksAfter = Infinity) {
  const state = { bytesRead: 0, isClosed: false };
  const source: MessageSource = {
    sizeBytes,
    isEightBit: true,
    async *open() {
      try {
        while (state.bytesRead < sizeBytes) {
          if (state.bytesRead >= breaksAfter) throw new Error('the disk is gone');
          state.bytesRead += chunk.length;
          yield chunk;
        }
      } finally {
        state.isClosed = true;
      }
    },
  };
  return { source, state };
}

async function opened(...script: ScriptStep[]) {
  const hello = [greet('220 mail.test'), on('EHLO', '250-mail.test', '250-SIZE', '250 8BITMIME')];
  const server = await scriptedSmtpServer([...hello, ...script]);
  onTestFinished(() => server.close());
  const connection = deliveryConnection(smtpSettings({ port: server.port, timeoutSeconds: 0.5 }));
  expect(await connection.open()).toBeNull();
  const deliver = (message: MessageSource) =>
    connection.deliver({ from: 'ada@example.org', to: ['bob@example.net'], message });
  return { server, connection, deliver };
}

describe('a stored message', () => {
  it('arrives as it is, declared as it is, time after time', async () => {
    const { server, deliver, connection } = await opened();
    for (let nth = 0; nth < 2; nth += 1) {
      expect(await deliver(stored(MEGABYTE).source)).toMatchObject({ failure: null });
    }
    expect(server.commands[1]).toBe(`MAIL FROM:<ada@example.org> SIZE=${MEGABYTE} BODY=8BITMIME`);
    expect(server.messages.map(({ length }) => length)).toEqual([MEGABYTE, MEGABYTE]);
    await connection.close();
  });

  it('of 100 MB is read no faster than the server takes it', async () => {
    const { deliver } = await opened(on('DATA', '354 Go'), readOnly(65_536), fallSilent());
    const { source, state } = stored(100 * MEGABYTE);
    expect(await deliver(source)).toMatchObject({ failure: { code: 'REPLY_TIMED_OUT' } });
    // What the kernel holds on both sides of a connection, and not what the message has.
    expect(state.bytesRead).toBeLessThan(20 * MEGABYTE);
    expect(state.isClosed).toBe(true);
  });

  it('is closed when the server wants no more of it', async () => {
    const { deliver } = await opened(on('DATA', '354 Go'), readOnly(65_536), say('552 5.3.4 Too large\r\n'));
    const { source, state } = stored(100 * MEGABYTE);
    expect(await deliver(source)).toMatchObject({ failure: { code: 'MESSAGE_TOO_LARGE' } });
    expect(state.isClosed).toBe(true);
  });

  it('that breaks off is an error of its own, and nothing was sent', async () => {
    const { server, deliver, connection } = await opened();
    const { source } = stored(10 * MEGABYTE, MEGABYTE);
    await expect(deliver(source)).rejects.toThrow(MessageUnreadable);
    expect(connection.isUsable).toBe(false);
    await server.emptied();
    expect(server.messages).toEqual([]);
  });
});
