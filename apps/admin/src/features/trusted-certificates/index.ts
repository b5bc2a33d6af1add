export { default as CertificateFacts } from './CertificateFacts.vue';
export { default as TrustCertificateDialog } from './TrustCertificateDialog.vue';
export { default as TrustedCertificatesEnding } from './TrustedCertificatesEnding.vue';
export { default as TrustedCertificatesOfServer } from './TrustedCertificatesOfServer.vue';
