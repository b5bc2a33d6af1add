import { X509Certificate } from 'node:crypto';
import type { InputProblem } from '../../refusals/refusal.ts';

/** Several hundred certificates; a whole system's roots are no longer. */
const LONGEST = 1_000_000;
const MOST = 200;
/** One armoured block (RFC 7468): its label and its text. What stands between blocks is anybody's comment. */
const BLOCK = /-----BEGIN ([A-Z0-9 ]{1,60})-----([^-]*)-----END \1-----/g;

/** The certificates of a PEM text, one or many, or the one problem with it. A private key anywhere refuses the whole. */
export function parsePemBundle(pem: string): X509Certificate[] | InputProblem {
  if (pem.length > LONGEST) return problem('TOO_LONG', `Paste at most ${String(LONGEST)} characters.`);
  if (/-----BEGIN [A-Z0-9 ]{0,60}PRIVATE KEY/.test(pem)) {
    return problem(
      'PEM_HAS_PRIVATE_KEY',
      'Remove the private key: it must stay on its server. Nothing was stored; paste the certificate alone.',
    );
  }
  const blocks = [...pem.matchAll(BLOCK)].filter(([, label]) => label?.endsWith('CERTIFICATE'));
  const begun = pem.match(/-----BEGIN (?:[A-Z0-9]+ )?CERTIFICATE-----/g)?.length ?? 0;
  if (begun === 0)
    return problem(
      'PEM_NOT_VALID',
      'Paste a certificate in PEM form: it begins with -----BEGIN CERTIFICATE-----.',
    );
  if (begun !== blocks.length)
    return problem('PEM_NOT_VALID', 'Paste the whole text: a certificate begins and does not end.');
  if (begun > MOST) return problem('TOO_MANY', `Add at most ${String(MOST)} certificates at once.`);
  const certificates = blocks.map(([text]) => certificateOf(text));
  const bad = certificates.indexOf(null);
  if (bad >= 0) {
    return problem(
      'PEM_NOT_VALID',
      `Check certificate ${String(bad + 1)} of ${String(begun)}: it cannot be read. Nothing was stored.`,
    );
  }
  return certificates.filter((certificate) => certificate !== null);
}

function certificateOf(pem: string): X509Certificate | null {
  try {
    const certificate = new X509Certificate(pem);
    // Reads the key too: some damage shows only here.
    return certificate.publicKey.type === 'public' ? certificate : null;
  } catch {
    return null;
  }
}

function problem(code: InputProblem['code'], message: string): InputProblem {
  return { path: 'pem', code, message };
}
