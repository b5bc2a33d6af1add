import type { TestDepth } from '../../generated/graphql.ts';

/** From whom, to whom, and how far. */
export interface TestParties {
  from: string;
  to: string;
  depth: TestDepth;
}

/** What a test is made against, as far as the words about it need to know. */
export interface TestSubject {
  kind: 'SMTP' | 'FAX';
  /** Name and port, as people write it. */
  place: string;
  username: string | null;
  defaultFrom: string | null;
}
