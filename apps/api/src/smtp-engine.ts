import { lookup } from 'node:dns/promises';
import type { Logger } from 'pino';
import type { Config, Environment } from './config.ts';
import type { NewConnection } from './features/deliveries/index.ts';
import type { RunTest } from './features/test-emails/index.ts';
import {
  addressPolicy,
  DeliveryConnection,
  rootCertificates,
  runTest,
  systemClock,
  systemResolver,
  TrustStores,
  type AddressPolicy,
} from './smtp/index.ts';

/** The engine with what this deployment trusts and where it may connect to: for tests, */
export async function testRunner(config: Config, environment: Environment, log: Logger): Promise<RunTest> {
  const roots = rootCertificates(environment);
  for (const problem of roots.problems) log.warn({ event: 'roots.unusable' }, problem);
  const policy = await policyOf(config);
  return (settings, { from, to, message }, options) => {
    const needsSmtpUtf8 = from.needsSmtpUtf8 || to.needsSmtpUtf8;
    return runTest(
      settings,
      { from: from.address, to: to.address, message, needsSmtpUtf8 },
      { ...options, roots, policy },
    );
  };
}

/** and for deliveries. */
export async function deliveryConnections(
  config: Config,
  environment: Environment,
  { log, machineName }: { log: Logger; machineName: string },
): Promise<NewConnection> {
  const roots = rootCertificates(environment);
  for (const problem of roots.problems) log.warn({ event: 'roots.unusable' }, problem);
  const policy = await policyOf(config);
  const stores = new TrustStores(roots.pems);
  return ({ settings, trusted }) =>
    new DeliveryConnection(settings, {
      clock: systemClock,
      trust: stores.for(trusted),
      policy,
      resolver: systemResolver,
      machineName,
    });
}

/** Neither must reach this service's own doors: its HTTP port here, and its database where that is elsewhere. */
export async function policyOf(config: Config): Promise<AddressPolicy> {
  return addressPolicy({
    deniedNetworks: config.smtpDeniedNetworks,
    allowedPorts: config.smtpAllowedPorts,
    ownPorts: [config.port],
    ownEndpoints: config.databaseUrl === null ? [] : await endpointsOf(new URL(config.databaseUrl)),
  });
}

async function endpointsOf(databaseUrl: URL): Promise<{ address: string; port: number }[]> {
  const { hostname, port } = databaseUrl;
  // Without a host the driver uses the local one.
  const addresses = await lookup(hostname === '' ? 'localhost' : hostname.replace(/^\[|\]$/g, ''), {
    all: true,
  });
  return addresses.map(({ address }) => ({ address, port: Number(port === '' ? 5432 : port) }));
}
