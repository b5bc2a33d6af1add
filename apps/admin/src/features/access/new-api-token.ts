import type { ApiTokenRowFragment } from '../../generated/graphql.ts';

/** A token and its secret, as the API tells both this once. */
export interface NewApiToken {
  apiToken: ApiTokenRowFragment;
  secret: string;
}
