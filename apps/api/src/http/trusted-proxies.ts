import ipaddr from 'ipaddr.js';
import type { IncomingMessage } from 'node:http';
import proxyAddress from 'proxy-addr';

/**
 * What proxies say of a request, believed only where the operator named them (TRUSTED_PROXIES): anybody can send these headers. Without
 * one that is named, the connection speaks for itself.
 */
export class TrustedProxies {
  private readonly isTrusted: (address: string, hops: number) => boolean;

  /** Addresses and networks, as 10.0.0.0/8. */
  constructor(networks: readonly string[]) {
    this.isTrusted = networks.length === 0 ? () => false : proxyAddress.compile([...networks]);
  }

  /** The nearest address that is none of the proxies'. null = the connection is gone. */
  clientAddress(request: IncomingMessage): string | null {
    if (request.socket.remoteAddress === undefined) return null;
    // From the nearest on; what stands before the first one that is not trusted may be made up.
    const addresses = proxyAddress.all(request, this.isTrusted);
    const valid = addresses.filter((address) => ipaddr.isValid(address));
    return plain(valid.at(-1) ?? request.socket.remoteAddress);
  }

  /** The host that the client asked for. */
  host(request: IncomingMessage): string | undefined {
    const { remoteAddress } = request.socket;
    const forwarded = request.headers['x-forwarded-host'];
    const isFromProxy = remoteAddress !== undefined && this.isTrusted(remoteAddress, 0);
    // The nearest proxy adds to the end.
    const nearest =
      isFromProxy && typeof forwarded === 'string' ? forwarded.split(',').at(-1)?.trim() : undefined;
    return nearest ?? request.headers.host;
  }

  /**
   * A browser names the page's origin; it must be the public one, or the host that the request itself was sent to. Scripts name none.
   */
  isFromHere(request: IncomingMessage, publicUrl: URL): boolean {
    const { origin } = request.headers;
    if (origin === undefined || origin === publicUrl.origin) return true;
    return URL.canParse(origin) && new URL(origin).host === this.host(request);
  }
}

/** IPv4 as itself, however the socket writes it. */
function plain(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : address;
}
