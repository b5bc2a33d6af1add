import { hostname } from 'node:os';
import type { Config, Environment } from './config.ts';
import type { Place, Probed, ProbeServers } from './features/server-discovery/index.ts';
import {
  Attempt,
  openSession,
  quit,
  rootCertificates,
  StartTls,
  systemClock,
  systemResolver,
  testLimits,
  TrustStore,
  unwatched,
  type AttemptOptions,
} from './smtp/index.ts';
import { policyOf } from './smtp-engine.ts';

/** Somebody waits for the answer, and most places have no server. */
const TIMEOUT_SECONDS = 5;
const limits = { ...testLimits(TIMEOUT_SECONDS), attemptMs: 8000, probeAfterMs: TIMEOUT_SECONDS * 1000 };

/** The engine, asked what is there: it may connect where a test may, and has nothing to sign in with. */
export async function serverProber(config: Config, environment: Environment): Promise<ProbeServers> {
  const roots = rootCertificates(environment);
  const policy = await policyOf(config);
  return (places, { trusted, signal }) => {
    const options = {
      limits,
      clock: systemClock,
      trust: new TrustStore(roots.pems, trusted),
      policy,
      resolver: systemResolver,
      progress: unwatched,
      machineName: hostname(),
      signal,
    };
    return Promise.all(places.map((place) => probe(place, options)));
  };
}

export async function probe(place: Place, options: AttemptOptions): Promise<Probed | null> {
  const attempt = new Attempt(
    {
      ...place,
      // What cannot be encrypted, or not with a trusted certificate, is to be seen as well.
      startTls: StartTls.ENABLED,
      allowInsecureAuth: false,
      timeoutSeconds: TIMEOUT_SECONDS,
      ehloName: null,
      username: null,
      password: null,
    },
    options,
  );
  const { session, failure } = await openSession(attempt);
  if (session !== null) await quit(attempt, session);
  attempt.close();
  if (session === null) return null;
  // With SMTPS a certificate that does not verify ends the connection, and shows all the same what is there.
  const isRefusedForTrust = failure?.code.startsWith('CERTIFICATE_') === true;
  if (failure !== null && !isRefusedForTrust) return null;
  return {
    isEncrypted: session.isEncrypted,
    isTrusted: session.tls?.verified ?? false,
    offersSignIn: isRefusedForTrust || session.capabilities.authMechanisms !== null,
  };
}
