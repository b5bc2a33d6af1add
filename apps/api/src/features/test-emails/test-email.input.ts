import { Field, ID, InputType } from 'type-graphql';
import { TestDepth } from '../../smtp/index.ts';
import type { SendTestEmail } from './test-email.requests.ts';

@InputType('SendTestEmailInput', { description: 'Which server to test, and with whom.' })
export class SendTestEmailInput implements SendTestEmail {
  @Field(() => ID, { nullable: true, description: 'A saved server; its saved settings are tested.' })
  serverId?: string | null;

  @Field(() => String, { description: 'The sender: one mailbox.' })
  from: string;

  @Field(() => String, { description: 'The recipient: one mailbox; a number for a fax server.' })
  to: string;

  @Field(() => TestDepth, { defaultValue: TestDepth.SEND, description: 'How far the test goes.' })
  depth: TestDepth;
}
