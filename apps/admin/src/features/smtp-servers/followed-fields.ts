import { usualPort } from '../../smtp/encryption.ts';
import type { SmtpServerDraft } from './smtp-server-draft.ts';

/** The usual form of RFC 3192 for a gateway of this name. */
export function usualFaxTemplate(hostname: string): string {
  return `FAX={number}@${hostname}`;
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
  const untouchedTemplates = ['', usualFaxTemplate(before.hostname)];
  const templateFollows = now.kind === 'FAX' && untouchedTemplates.includes(now.faxAddressTemplate);
  return {
    ...(portFollows && { port: usualPort(now.encryption) }),
    ...(templateFollows && { faxAddressTemplate: usualFaxTemplate(now.hostname) }),
  };
}

/** The envelope address for a number, or null while the template has no place for it. */
export function faxAddress(template: string, number: string): string | null {
  return template.includes('{number}') ? template.replace('{number}', number) : null;
}
