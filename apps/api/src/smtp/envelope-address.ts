import { domainToASCII } from 'node:url';

/** An address as it stands between the angle brackets of MAIL and RCPT. */
export interface WireAddress {
  /** The domain as A-labels; the local part untouched. */
  path: string;
  /** The local part has letters beyond ASCII (RFC 6531). */
  needsSmtpUtf8: boolean;
}

// Lenient on purpose: which addresses are right was decided before. What could end the path or the command never passes.
const DOT_STRING = /^[^\s"<>@\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+$/u;
const QUOTED_STRING = /^"(?:[^"\\\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|\\[\x20-\x7e])*"$/u;
const DOMAIN = /^[^\s"<>@\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+$/u;

/**
 * An approved address for the wire; '' is the empty reverse path. Throws TypeError for what would inject a command or a
 * parameter: an address comes here only after it was checked, so this is a programming error.
 */
export function wireAddress(address: string): WireAddress {
  if (address === '') return { path: '', needsSmtpUtf8: false };
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  const isSound = at > 0 && (DOT_STRING.test(local) || QUOTED_STRING.test(local)) && DOMAIN.test(domain);
  const onWire = isAscii(domain) ? domain : domainToASCII(domain);
  if (!isSound || onWire === '') throw new TypeError('an address that no rule can have approved');
  return { path: `${local}@${onWire}`, needsSmtpUtf8: !isAscii(local) };
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
