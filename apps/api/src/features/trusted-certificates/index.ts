export { SmtpServerTrustResolver, TrustedCertificateResolver } from './trusted-certificate.resolver.ts';
export { TrustedCertificates } from './trusted-certificates.service.ts';
