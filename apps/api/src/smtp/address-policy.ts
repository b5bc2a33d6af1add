import { isIP, isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = [Address, number];

/** Which addresses the engine may connect to. Asked for each address of a name, after its resolution. */
export interface AddressPolicy {
  allows(address: string, port: number): boolean;
}

export interface PortRange {
  from: number;
  to: number;
}

// Never a mail server, and the places where clouds keep credentials. No configuration opens them.
const ALWAYS_DENIED = [
  '0.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/4',
  '255.255.255.255/32',
  '100.100.100.200/32', // metadata, Alibaba
  '168.63.129.16/32', // metadata, Azure
  '192.0.0.192/32', // metadata, Oracle
  '::/128',
  'fe80::/10',
  'ff00::/8',
  'fd00:ec2::254/128', // metadata, AWS
  'fd20:ce::254/128', // metadata, Google
].map((cidr) => ipaddr.parseCIDR(cidr));

/** `10.0.0.0/8, 192.168.1.7, fd00::/8`; null where an entry is no network. */
export function parseNetworks(text: string): readonly string[] | null {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '');
  return entries.every((entry) => networkOf(entry) !== null) ? entries : null;
}

/** `25,465,587,10000-10100`; null where an entry is no port or range. */
export function parsePorts(text: string): readonly PortRange[] | null {
  const ranges = text
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [, from = '', to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(entry) ?? [];
      return { from: Number(from), to: Number(to), isRange: from !== '' };
    });
  const right = ranges.every(({ isRange, from, to }) => isRange && from >= 1 && from <= to && to <= 65_535);
  return right ? ranges.map(({ from, to }) => ({ from, to })) : null;
}

/**
 * Link-local, metadata, multicast and 0/8 addresses are always denied, and so are this service's own ports on this
 * machine and endpoints named as its own elsewhere (the database). Every IPv6 spelling of an IPv4 address is judged as
 * that address too.
 */
export function addressPolicy(options: {
  deniedNetworks?: readonly string[];
  /** null = every port. */
  allowedPorts?: readonly PortRange[] | null;
  ownPorts?: readonly number[];
  ownEndpoints?: readonly { address: string; port: number }[];
  ownAddresses?: readonly string[];
}): AddressPolicy {
  const denied = [...ALWAYS_DENIED, ...(options.deniedNetworks ?? []).map(networkOrThrow)];
  const ownPorts = new Set(options.ownPorts);
  const endpoints = options.ownEndpoints ?? [];
  const here = new Set((options.ownAddresses ?? addressesOfThisMachine()).map(canonical));
  const allowedPorts = options.allowedPorts ?? null;

  return {
    allows(text, port) {
      if (!ipaddr.isValid(text)) return false;
      if (allowedPorts !== null && !allowedPorts.some(({ from, to }) => port >= from && port <= to))
        return false;
      return meaningsOf(ipaddr.parse(text)).every((address) => {
        if (denied.some((network) => contains(network, address))) return false;
        const isHere = address.range() === 'loopback' || here.has(address.toString());
        if (isHere && ownPorts.has(port)) return false;
        return !endpoints.some((own) => own.port === port && canonical(own.address) === address.toString());
      });
    },
  };
}

/** The address itself, and the IPv4 address inside it: mapped, compatible (RFC 4291), NAT64 (6052) or 6to4 (3056). */
function meaningsOf(address: Address): Address[] {
  if (address instanceof ipaddr.IPv4) return [address];
  const bytes = address.toByteArray();
  const embedded = (at: number) => new ipaddr.IPv4(bytes.slice(at, at + 4));
  if (address.isIPv4MappedAddress()) return [embedded(12)];
  const prefix = bytes.slice(0, 12);
  const isCompatible = prefix.every((byte) => byte === 0) && (bytes[12] ?? 0) !== 0;
  const range = address.range();
  if (isCompatible || range === 'rfc6052') return [address, embedded(12)];
  return range === '6to4' ? [address, embedded(2)] : [address];
}

function contains([network, bits]: Network, address: Address): boolean {
  return network.kind() === address.kind() && address.match(network, bits);
}

function canonical(address: string): string {
  return ipaddr.process(address).toString();
}

function networkOf(text: string): Network | null {
  const [address = '', bits = isIPv4(address) ? '32' : '128', ...rest] = text.split('/');
  const cidr = `${address}/${bits}`;
  // Node.js takes no shorthands; ipaddr.js would read 10.0.0 as 10.0.0.0.
  return isIP(address) !== 0 && rest.length === 0 && ipaddr.isValidCIDR(cidr) ? ipaddr.parseCIDR(cidr) : null;
}

function networkOrThrow(text: string): Network {
  const network = networkOf(text);
  if (network === null) throw new TypeError(`${text} is no network: check it with parseNetworks first`);
  return network;
}

function addressesOfThisMachine(): string[] {
  return Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address));
}
