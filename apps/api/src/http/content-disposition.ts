/**
 * `attachment` with a name (RFC 6266): in ASCII for old programs, and whole in the form of RFC 8187, which the others prefer. A browser
 * that is told so shows nothing of the file.
 */
export function attachmentDisposition(filename: string): string {
  const ascii = filename.replace(/[^ -~]|["\\%]/gu, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${extendedValue(filename)}`;
}

/** All but attr-char of RFC 8187 section 3.2.1. */
function extendedValue(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
