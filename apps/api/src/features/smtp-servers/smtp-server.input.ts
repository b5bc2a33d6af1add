import { Field, ID, InputType, Int } from 'type-graphql';
import { FilenameEncoding } from '../../mail/filename-encoding.ts';
import { Protocol, StartTls } from '../../smtp/index.ts';
import { DEFAULT_SETTINGS, ServerKind } from './smtp-server.ts';
import type {
  AddSmtpServer,
  ChangePassword,
  SmtpServerRef,
  UpdateSmtpServer,
} from './smtp-server.requests.ts';

@InputType('AddSmtpServerInput', { description: 'A new server. What is left out takes its default.' })
export class AddSmtpServerInput implements AddSmtpServer {
  @Field(() => String, {
    description: 'Unique without regard to upper and lower case. At most 100 characters.',
  })
  name: string;

  @Field(() => ServerKind, { defaultValue: ServerKind.SMTP, description: 'Cannot be changed later.' })
  kind: ServerKind;

  @Field(() => Protocol, {
    defaultValue: DEFAULT_SETTINGS.protocol,
    description: 'How the connection begins.',
  })
  protocol: Protocol;

  @Field(() => String, { description: 'Host name or IP address, without a port.' })
  hostname: string;

  @Field(() => Int, { nullable: true, description: '1 to 65535; left out or null = 25, or 465 with SMTPS.' })
  port?: number | null;

  @Field(() => String, { nullable: true, description: 'Name to sign in with; left out = no sign-in.' })
  username?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Its password. One without a user name is refused; a user name without a password cannot send.',
  })
  password?: string | null;

  @Field(() => StartTls, {
    defaultValue: DEFAULT_SETTINGS.startTls,
    description: 'Encryption after the greeting; no effect with SMTPS.',
  })
  startTls: StartTls;

  @Field(() => Boolean, {
    defaultValue: DEFAULT_SETTINGS.allowInsecureAuth,
    description: 'May the password travel in clear, or to a server whose certificate is not trusted?',
  })
  allowInsecureAuth: boolean;

  @Field(() => Int, {
    defaultValue: DEFAULT_SETTINGS.timeoutSeconds,
    description: 'Seconds to connect, and for each whole reply: 1 to 600.',
  })
  timeoutSeconds: number;

  @Field(() => Boolean, {
    defaultValue: DEFAULT_SETTINGS.mimeAddressStrict,
    description: 'Take only addresses that are mailboxes of RFC 5322.',
  })
  mimeAddressStrict: boolean;

  @Field(() => Boolean, {
    defaultValue: DEFAULT_SETTINGS.attachmentAsUrlEnabled,
    description: 'Attachments become download links; not for fax.',
  })
  attachmentAsUrlEnabled: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Bytes of all attachments of one email together; null = no limit.',
  })
  maxAttachmentBytes?: number | null;

  @Field(() => FilenameEncoding, {
    defaultValue: DEFAULT_SETTINGS.attachmentFilenameEncoding,
    description: 'How attachment file names outside ASCII are written.',
  })
  attachmentFilenameEncoding: FilenameEncoding;

  @Field(() => String, { nullable: true, description: "Name given in EHLO; left out = this host's own." })
  ehloName?: string | null;

  @Field(() => String, { nullable: true, description: 'Sender of emails that name none: one mailbox.' })
  defaultFrom?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Fax servers alone, and required there; one {number}.',
  })
  faxAddressTemplate?: string | null;

  @Field(() => Int, {
    defaultValue: DEFAULT_SETTINGS.maxConnections,
    description: 'Connections at a time, 1 to 100.',
  })
  maxConnections: number;

  @Field(() => Int, { nullable: true, description: 'Emails a minute; null = no limit.' })
  messagesPerMinute?: number | null;

  @Field(() => Boolean, {
    defaultValue: DEFAULT_SETTINGS.isEnabled,
    description: 'Disabled: no email is taken for it.',
  })
  isEnabled: boolean;
}

@InputType('UpdateSmtpServerInput', {
  description:
    'What is left out stays as it is; null = none. A change of hostname, port, protocol, startTls, allowInsecureAuth or username ' +
    'erases the stored password: it belongs to the place that it was entered for.',
})
export class UpdateSmtpServerInput implements UpdateSmtpServer {
  @Field(() => ID, { description: 'The server to change.' })
  id: string;

  @Field(() => Int, {
    nullable: true,
    description: 'When given, the change is refused unless this is the current revision.',
  })
  revision?: number | null;

  @Field(() => String, { nullable: true, description: 'A new name.' })
  name?: string | null;

  @Field(() => Protocol, { nullable: true, description: 'How the connection begins. Erases the password.' })
  protocol?: Protocol | null;

  @Field(() => String, { nullable: true, description: 'Host name or IP address. Erases the password.' })
  hostname?: string | null;

  @Field(() => Int, { nullable: true, description: '1 to 65535. Erases the password.' })
  port?: number | null;

  @Field(() => String, { nullable: true, description: 'null = no sign-in. Erases the password.' })
  username?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Taken only together with a change that erases the stored one; otherwise use changePassword.',
  })
  password?: string | null;

  @Field(() => StartTls, {
    nullable: true,
    description: 'Encryption after the greeting. Erases the password.',
  })
  startTls?: StartTls | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'May the password travel in clear, or to a server that is not trusted? Erases the password.',
  })
  allowInsecureAuth?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Seconds, 1 to 600.' })
  timeoutSeconds?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Take only addresses that are mailboxes of RFC 5322.',
  })
  mimeAddressStrict?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Attachments become download links; not for fax.' })
  attachmentAsUrlEnabled?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Bytes of all attachments of one email together; null = no limit.',
  })
  maxAttachmentBytes?: number | null;

  @Field(() => FilenameEncoding, {
    nullable: true,
    description: 'How attachment file names outside ASCII are written.',
  })
  attachmentFilenameEncoding?: FilenameEncoding | null;

  @Field(() => String, { nullable: true, description: "Name given in EHLO; null = this host's own." })
  ehloName?: string | null;

  @Field(() => String, { nullable: true, description: 'Sender of emails that name none; null = none.' })
  defaultFrom?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Fax servers alone, and required there; one {number}.',
  })
  faxAddressTemplate?: string | null;

  @Field(() => Int, { nullable: true, description: 'Connections at a time, 1 to 100.' })
  maxConnections?: number | null;

  @Field(() => Int, { nullable: true, description: 'Emails a minute; null = no limit.' })
  messagesPerMinute?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Disabled: no email is taken for it.' })
  isEnabled?: boolean | null;
}

@InputType('ChangePasswordInput', {
  description: 'A new password for the place that the server has now, entered twice.',
})
export class ChangePasswordInput implements ChangePassword {
  @Field(() => ID, { description: 'The server.' })
  serverId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'When given, refused unless this is the current revision.',
  })
  revision?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The new password; an explicit null removes the stored one.',
  })
  password?: string | null;

  @Field(() => String, { nullable: true, description: 'The same again.' })
  repeatPassword?: string | null;
}

@InputType('SmtpServerRef', { description: 'One server, by its id or by its name (in any case).' })
export class SmtpServerRefInput implements SmtpServerRef {
  @Field(() => ID, { nullable: true, description: 'By id.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'By name.' })
  name?: string | null;
}
