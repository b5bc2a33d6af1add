import { usualPort } from '../../smtp/encryption.ts';
import type { SmtpServerDraft } from './smtp-server-draft.ts';

/** The usual form of RFC 3192 for a gateway of this name. */
export function usualFaxTemplate(hostname: string): string {
  return `FAX={number}@${hostname}`;
}

/** The template once kind or host have changed: it follows as long as it is the usual one, or none. */
export function followedFaxTemplate(
  before: Pick<SmtpServerDraft, 'hostname' | 'faxAddressTemplate'>,
  now: Pick<SmtpServerDraft, 'hostname' | 'kind'>,
): string {
  const untouched = ['', usualFaxTemplate(before.hostname)];
  if (!untouched.includes(before.faxAddressTemplate)) return before.faxAddressTemplate;
  return now.kind === 'FAX' ? usualFaxTemplate(now.hostname) : '';
}

/**
 * What a change of encryption, host or kind takes along: the port and the fax template follow as long as
 * they are the usual ones, that is, until someone chose another.
 */
export function followedFields(
  before: Pick<SmtpServerDraft, 'encryption' | 'hostname'>,
  now: SmtpServerDraft,
): Partial<Pick<SmtpServerDraft, 'port' | 'faxAddressTemplate'>> {
  const portFollows = now.port === usualPort(before.encryption) && now.encryption !== before.encryption;
  const faxAddressTemplate = followedFaxTemplate({ ...now, hostname: before.hostname }, now);
  return {
    ...(portFollows && { port: usualPort(now.encryption) }),
    ...(faxAddressTemplate !== now.faxAddressTemplate && { faxAddressTemplate }),
  };
}

/** The envelope address for a number, or null while the template has no place for it, or more than one. */
export function faxAddress(template: string, number: string): string | null {
  const parts = template.split('{number}');
  return parts.length === 2 ? parts.join(number) : null;
}
