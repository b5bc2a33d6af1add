import { Field, ID, InputType, Int } from 'type-graphql';
import { Protocol, StartTls, TestDepth } from '../../smtp/index.ts';
import { ServerKind, type SmtpServerDraft } from '../smtp-servers/index.ts';
import type { SendTestEmail } from './test-email.requests.ts';

@InputType('SmtpServerDraftInput', {
  description:
    'Settings that are not saved. What is left out is as in the saved server, or the default where there is none.',
})
export class SmtpServerDraftInput implements SmtpServerDraft {
  @Field(() => ServerKind, { nullable: true, description: 'Mail, or a fax gateway.' })
  kind?: ServerKind | null;

  @Field(() => Protocol, { nullable: true, description: 'How the connection begins.' })
  protocol?: Protocol | null;

  @Field(() => String, { nullable: true, description: 'Host name or IP address.' })
  hostname?: string | null;

  @Field(() => Int, { nullable: true, description: '1 to 65535.' })
  port?: number | null;

  @Field(() => String, { nullable: true, description: 'Name to sign in with; null = no sign-in.' })
  username?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Left out: the stored one, where hostname, port, protocol, startTls, allowInsecureAuth and username are the saved ones.',
  })
  password?: string | null;

  @Field(() => StartTls, { nullable: true, description: 'Encryption after the greeting.' })
  startTls?: StartTls | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'May the password travel in clear, or to a server that is not trusted?',
  })
  allowInsecureAuth?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Seconds, 1 to 600.' })
  timeoutSeconds?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Take only addresses that are mailboxes of RFC 5322.',
  })
  mimeAddressStrict?: boolean | null;

  @Field(() => String, { nullable: true, description: "Name given in EHLO; null = this host's own." })
  ehloName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Fax servers alone, and required there; one {number}.',
  })
  faxAddressTemplate?: string | null;
}

@InputType('SendTestEmailInput', { description: 'Which server to test, and with whom.' })
export class SendTestEmailInput implements SendTestEmail {
  @Field(() => ID, { nullable: true, description: 'A saved server.' })
  serverId?: string | null;

  @Field(() => SmtpServerDraftInput, {
    nullable: true,
    description:
      'Settings that are not saved yet, alone or laid over the saved server. Needs the permission to change servers.',
  })
  draft?: SmtpServerDraftInput | null;

  @Field(() => String, { description: 'The sender: one mailbox.' })
  from: string;

  @Field(() => String, { description: 'The recipient: one mailbox; a number for a fax server.' })
  to: string;

  @Field(() => TestDepth, { defaultValue: TestDepth.SEND, description: 'How far the test goes.' })
  depth: TestDepth;

  @Field(() => ID, {
    nullable: true,
    description: 'Made up by the client, to follow testEmailProgress and to cancel. At most 100 characters.',
  })
  watchId?: string | null;
}
