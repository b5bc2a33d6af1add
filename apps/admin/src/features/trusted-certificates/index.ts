export { default as CertificateFacts } from './CertificateFacts.vue';
export { default as TrustCertificateDialog } from './TrustCertificateDialog.vue';
