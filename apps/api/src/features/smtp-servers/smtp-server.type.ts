import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfoType } from '../../paging/page.type.ts';
import { FilenameEncoding } from '../../mail/filename-encoding.ts';
import { Protocol, StartTls } from '../../smtp/index.ts';
import { ServerKind, type SmtpServer } from './smtp-server.ts';

registerEnumType(ServerKind, {
  name: 'ServerKind',
  description: 'What the server makes of a message.',
  valuesConfig: {
    SMTP: { description: 'Mail for mailboxes.' },
    FAX: { description: 'A mail-to-fax gateway: recipients are numbers.' },
  },
});
registerEnumType(Protocol, {
  name: 'Protocol',
  description: 'How the connection begins.',
  valuesConfig: {
    SMTP: { description: 'In clear, then StartTLS as `startTls` says (RFC 5321, RFC 3207).' },
    SMTPS: { description: 'TLS from the first byte (RFC 8314). The certificate is always verified.' },
  },
});
registerEnumType(StartTls, {
  name: 'StartTls',
  description: 'Whether an SMTP connection is encrypted after its greeting. It has no effect with SMTPS.',
  valuesConfig: {
    DISABLED: { description: 'STARTTLS is never sent: everything travels in clear.' },
    ENABLED: {
      description:
        'Encrypted where the server can; where it cannot, the mail goes in clear and every attempt says so. A certificate that ' +
        'cannot be verified is a warning (RFC 7435).',
    },
    ENABLED_AND_REQUIRED: {
      description: 'Encrypted with a verified certificate, or nothing is sent. It never falls back.',
    },
  },
});
registerEnumType(FilenameEncoding, {
  name: 'FilenameEncoding',
  description: 'How an attachment file name that is not plain ASCII is written.',
  valuesConfig: {
    RFC2231: { description: '`filename*=`, as the standard has it.' },
    RFC2047: { description: 'An encoded word inside quotes, for old clients.' },
    BOTH: {
      description: 'RFC 2231 in Content-Disposition and RFC 2047 in Content-Type: read by every client.',
    },
  },
});

@ObjectType('SmtpServer', {
  description: 'A way out for mail: an SMTP server, or a mail-to-fax gateway that is reached by SMTP.',
  simpleResolvers: true,
})
export class SmtpServerType implements SmtpServer {
  @Field(() => ID, { description: 'Never changes.' })
  id: string;

  @Field(() => String, {
    description: 'Unique without regard to upper and lower case. At most 100 characters.',
  })
  name: string;

  @Field(() => ServerKind, { description: 'What the server makes of a message; cannot be changed.' })
  kind: ServerKind;

  @Field(() => Boolean, {
    description:
      'The server for senders that name none. The first SMTP server becomes it; a fax or disabled server cannot be it.',
  })
  isDefault: boolean;

  @Field(() => Boolean, { description: 'Disabled: no email is taken for it. It can still be tested.' })
  isEnabled: boolean;

  @Field(() => Protocol, { description: 'How the connection begins.' })
  protocol: Protocol;

  @Field(() => String, { description: 'Host name (an international one as A-labels) or IP address.' })
  hostname: string;

  @Field(() => Int, { description: 'TCP port, 1 to 65535.' })
  port: number;

  @Field(() => String, { nullable: true, description: 'Name to sign in with; null = no sign-in.' })
  username: string | null;

  @Field(() => Boolean, { description: 'Is a password stored? The password itself is never readable.' })
  hasPassword: boolean;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the stored password was entered.' })
  passwordChangedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who entered the stored password.' })
  passwordChangedBy: string | null;

  @Field(() => StartTls, { description: 'Encryption after the greeting; no effect with SMTPS.' })
  startTls: StartTls;

  @Field(() => Boolean, {
    description: 'May the password travel in clear, or to a server whose certificate is not trusted?',
  })
  allowInsecureAuth: boolean;

  @Field(() => Int, { description: 'Seconds to connect, and for each whole reply: 1 to 600.' })
  timeoutSeconds: number;

  @Field(() => Boolean, {
    description:
      'On: every address must be a mailbox of RFC 5322. Off: some illegal forms of real mail pass as they are.',
  })
  mimeAddressStrict: boolean;

  @Field(() => Boolean, { description: 'Attachments leave the email and become download links.' })
  attachmentAsUrlEnabled: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Bytes of all attachments of one email together, as files; null = no limit.',
  })
  maxAttachmentBytes: number | null;

  @Field(() => FilenameEncoding, { description: 'How attachment file names outside ASCII are written.' })
  attachmentFilenameEncoding: FilenameEncoding;

  @Field(() => String, {
    nullable: true,
    description:
      "Name given in EHLO; null = this host's full name, else an address literal (RFC 5321 section 4.1.4).",
  })
  ehloName: string | null;

  @Field(() => String, { nullable: true, description: 'Sender of emails that name none: one mailbox.' })
  defaultFrom: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Fax servers alone: the address of a number, with one {number} (RFC 3192): FAX={number}@fax.example.org.',
  })
  faxAddressTemplate: string | null;

  @Field(() => Int, { description: 'Connections at a time, 1 to 100.' })
  maxConnections: number;

  @Field(() => Int, { nullable: true, description: 'Emails a minute; null = no limit.' })
  messagesPerMinute: number | null;

  @Field(() => Int, { description: 'Grows with every change of the settings or the password.' })
  revision: number;

  @Field(() => GraphQLDateTime, { description: 'When it was added.' })
  createdAt: Date;

  @Field(() => GraphQLDateTime, { description: 'When it was last changed.' })
  updatedAt: Date;
}

@ObjectType('SmtpServerEdge', { description: 'A server and its place in the list.', simpleResolvers: true })
export class SmtpServerEdgeType {
  @Field(() => String, { description: 'Give it as `after` to get what follows.' })
  cursor: string;

  @Field(() => SmtpServerType, { description: 'The server.' })
  node: SmtpServerType;
}

@ObjectType('SmtpServerConnection', { description: 'A page of servers, by name.', simpleResolvers: true })
export class SmtpServerConnectionType {
  @Field(() => [SmtpServerEdgeType], { description: 'The servers with their cursors.' })
  edges: SmtpServerEdgeType[];

  @Field(() => [SmtpServerType], { description: 'The servers alone.' })
  nodes: SmtpServerType[];

  @Field(() => PageInfoType, { description: 'Where this page lies.' })
  pageInfo: PageInfoType;
}
