import { type Encryption, usualPort } from '../../smtp/encryption.ts';
import { followedFaxTemplate } from './followed-fields.ts';
import { type SmtpServerDraft, newDraft } from './smtp-server-draft.ts';

/** What is known of a provider before anything is typed. The note on it stands in the locale files. */
export interface Preset {
  /** As it calls itself; null = the panel has words for it. */
  name: string | null;
  kind: 'SMTP' | 'FAX';
  hostname: string;
  encryption: Encryption;
  /** The same for every customer; null = everybody has their own. */
  username: string | null;
  documentation: string | null;
}

function provider(
  name: string,
  hostname: string,
  documentation: string,
  { encryption = 'STARTTLS_REQUIRED', username = null }: Partial<Preset> = {},
): Preset {
  return { name, kind: 'SMTP', hostname, encryption, username, documentation };
}

const byHand: Preset = {
  name: null,
  kind: 'SMTP',
  hostname: '',
  encryption: newDraft().encryption,
  username: null,
  documentation: null,
};

/** Year and month in which the table and its notes were compared with what the providers say. */
export const presetsChecked = '2026-11';

export const presets = {
  OTHER: byHand,
  OWN: byHand,
  FAX: { ...byHand, kind: 'FAX' },
  GMAIL: provider('Gmail', 'smtp.gmail.com', 'https://support.google.com/mail/answer/185833'),
  MICROSOFT_365: provider(
    'Microsoft 365',
    'smtp.office365.com',
    'https://learn.microsoft.com/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
  ),
  AMAZON_SES: provider(
    'Amazon SES',
    'email-smtp.eu-central-1.amazonaws.com',
    'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html',
  ),
  MAILGUN: provider(
    'Mailgun',
    'smtp.mailgun.org',
    'https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-smtp',
  ),
  SENDGRID: provider(
    'SendGrid',
    'smtp.sendgrid.net',
    'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/integrating-with-the-smtp-api',
    { username: 'apikey' },
  ),
  POSTMARK: provider(
    'Postmark',
    'smtp.postmarkapp.com',
    'https://postmarkapp.com/developer/user-guide/send-email-with-smtp',
  ),
  BREVO: provider('Brevo', 'smtp-relay.brevo.com', 'https://developers.brevo.com/docs/smtp-integration'),
  MAILJET: provider('Mailjet', 'in-v3.mailjet.com', 'https://dev.mailjet.com/smtp-relay/configuration/'),
  FASTMAIL: provider(
    'Fastmail',
    'smtp.fastmail.com',
    'https://www.fastmail.help/hc/en-us/articles/360058752854-App-passwords',
    { encryption: 'SMTPS' },
  ),
  ZOHO: provider('Zoho Mail', 'smtppro.zoho.com', 'https://www.zoho.com/mail/help/zoho-smtp.html', {
    encryption: 'SMTPS',
  }),
  PROTON: provider('Proton Mail', 'smtp.protonmail.ch', 'https://proton.me/support/smtp-submission'),
} as const satisfies Record<string, Preset>;
export type PresetId = keyof typeof presets;

/**
 * What choosing a preset writes into the form. What a person typed stays where the preset knows no better; what the choice
 * before it had filled in does not.
 */
export function presetValues(chosen: PresetId, before: PresetId, draft: SmtpServerDraft) {
  const { name, kind, hostname, encryption, username }: Preset = presets[chosen];
  const earlier: Preset = presets[before];
  const typed = (value: string | null, filledIn: string | null) =>
    value !== null && value !== (filledIn ?? '') ? value : '';
  const typedHostname = typed(draft.hostname, earlier.hostname);
  return {
    kind,
    name: typed(draft.name, earlier.name) || (name ?? ''),
    username: username ?? typed(draft.username, earlier.username),
    faxAddressTemplate: followedFaxTemplate(draft, { kind, hostname: hostname || typedHostname }),
    ...(hostname === '' && typedHostname !== ''
      ? { hostname: typedHostname }
      : { hostname, encryption, port: usualPort(encryption) }),
  } satisfies Partial<SmtpServerDraft>;
}
