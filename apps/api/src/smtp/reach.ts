import type { Socket } from 'node:net';
import type { Attempt } from './attempt.ts';
import { ConnectionEnded, EndReason } from './connection-ended.ts';
import { SmtpFailureCode } from './failure-code.ts';
import { addressesOf, lookupFailureCode } from './name-resolution.ts';
import type { AttemptFailure } from './smtp-failure.ts';
import { SmtpStep } from './smtp-step.ts';
import { interleaved, tcpConnect } from './tcp-connect.ts';

/** DNS: every address of the server, once for the whole attempt, so that no second answer can change the place. */
export async function resolveName(attempt: Attempt): Promise<readonly string[] | AttemptFailure> {
  attempt.begin(SmtpStep.DNS);
  const { hostname } = attempt;
  if (hostname === null) return attempt.fails(SmtpFailureCode.NAME_NOT_FOUND);
  const found = await inTime(attempt, addressesOf(hostname, attempt.options.resolver));
  if ('error' in found) return attempt.fails(lookupFailureCode(found.error));
  if (found.addresses.length === 0) return attempt.fails(SmtpFailureCode.NAME_NOT_FOUND);
  attempt.pass(found.addresses.join(', '));
  return interleaved(found.addresses);
}

/** CONNECT: to the first address that takes it, of those that the deployment allows. */
export async function connectTo(
  attempt: Attempt,
  addresses: readonly string[],
): Promise<Socket | AttemptFailure> {
  attempt.begin(SmtpStep.CONNECT);
  const { port } = attempt.settings;
  const allowed = addresses.filter((address) => attempt.options.policy.allows(address, port));
  if (allowed.length === 0) return attempt.fails(SmtpFailureCode.ADDRESS_NOT_ALLOWED);
  const reached = await dial(attempt, allowed);
  if (typeof reached === 'string') return attempt.fails(reached, aboutTried(attempt, allowed));
  attempt.pass(`${reached.remoteAddress ?? ''} port ${String(port)}`);
  return reached;
}

/** Of an address literal there is nothing more to say. */
function aboutTried({ hostname }: Attempt, allowed: readonly string[]): { about?: string } {
  return allowed.length === 1 && allowed[0] === hostname ? {} : { about: `tried ${allowed.join(', ')}` };
}

/** A TCP connection to addresses that were allowed before. */
export function dial(attempt: Attempt, allowed: readonly string[]): Promise<Socket | SmtpFailureCode> {
  const { signal } = attempt;
  return tcpConnect(allowed, attempt.settings.port, { timeoutMs: attempt.replyBudget(), signal });
}

type Lookup = { addresses: readonly string[] } | { error: unknown };

/** A lookup cannot be stopped, only be left alone. */
function inTime(attempt: Attempt, lookup: Promise<readonly string[]>): Promise<Lookup> {
  const { signal } = attempt;
  return new Promise((resolve, reject) => {
    const cancel = () => {
      reject(new ConnectionEnded(EndReason.CANCELLED));
    };
    const timer = setTimeout(() => {
      resolve({ error: null });
    }, attempt.replyBudget());
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted === true) cancel();
    const settle = (result: Lookup) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      resolve(result);
    };
    lookup.then(
      (addresses) => {
        settle({ addresses });
      },
      (error: unknown) => {
        settle({ error });
      },
    );
  });
}
