import { useQuery } from '@urql/vue';
import { TrustedCertificatesDocument } from '../../generated/graphql.ts';

/** Answers that these concern are asked for anew; an empty list names neither, so the cache could not tell. */
export const trustChanges = { additionalTypenames: ['TrustedCertificate', 'DeletedTrustedCertificate'] };

export function useTrustedCertificates() {
  return useQuery({ query: TrustedCertificatesDocument, variables: {}, context: trustChanges });
}
