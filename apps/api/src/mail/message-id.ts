/**
 * A Message-ID (RFC 5322 section 3.6.4) that no other message has: 128 random bits at the domain.
 * `domain` is the sender's, as a mailbox carries it.
 */
export function newMessageId(domain: string, randomBytes: (size: number) => Uint8Array): string {
  return `<${Buffer.from(randomBytes(16)).toString('hex')}@${domain}>`;
}
