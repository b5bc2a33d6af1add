import { InvalidInputType, NotFoundType } from '../../refusals/refusal.type.ts';
import { resultUnion } from '../../refusals/result-union.type.ts';
import { ReauthenticationRequiredType } from '../access/index.ts';
import { AddedTrustedCertificatesType, DeletedTrustedCertificateType } from './trusted-certificate.type.ts';

export const AddTrustedCertificatesResult = resultUnion({
  name: 'AddTrustedCertificatesResult',
  noun: 'AddedTrustedCertificates',
  description: 'What is trusted now, or why nothing was added.',
  types: () => [AddedTrustedCertificatesType, InvalidInputType, NotFoundType, ReauthenticationRequiredType],
});

export const DeleteTrustedCertificateResult = resultUnion({
  name: 'DeleteTrustedCertificateResult',
  noun: 'DeletedTrustedCertificate',
  description: 'What is not trusted any more, or why it still is.',
  types: () => [DeletedTrustedCertificateType, NotFoundType],
});
