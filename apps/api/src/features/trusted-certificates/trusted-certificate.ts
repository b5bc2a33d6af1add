/**
 * A certificate that administrators trust beside the roots. An authority (CA:TRUE) vouches for the servers it signed, under their right
 * names; any other certificate is itself what is trusted, only by the servers named with it, and there whatever its name.
 */
export interface TrustedCertificate {
  id: string;
  name: string;
  subject: string;
  issuer: string;
  /** Colon-separated upper-case hex. */
  sha256: string;
  validFrom: Date;
  validTo: Date;
  isAuthority: boolean;
  /** False = only the servers that are named with it; when the last of them is deleted, none is left, never all. */
  isForAllServers: boolean;
}
