import type { SendTestEmailInput, TestDepth } from '../../generated/graphql.ts';

/** From whom, to whom, and how far. */
export interface TestParties {
  from: string;
  to: string;
  depth: TestDepth;
}

/** Which settings are tested: saved ones, others, or others laid over saved ones. */
export type TestTarget = Pick<SendTestEmailInput, 'serverId' | 'draft'>;

/** What a test is made against, as far as the words about it need to know. */
export interface TestSubject {
  kind: 'SMTP' | 'FAX';
  /** Name and port, as people write it. */
  place: string;
  username: string | null;
  defaultFrom: string | null;
}
