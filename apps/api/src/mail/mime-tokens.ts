/** Octets of what is written on one line whatever its length; RFC 5322 section 2.1.1 ends it at 998. */
export const LONGEST_TOKEN = 250;

const CONTENT_ID = /^[!#-'*+\-./0-9=?@A-Z^-~]+$/;
/** `type/subtype` and at most a few parameters with token values (RFC 2045 section 5.1), none of them the name. */
const CONTENT_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(; ?(?!name)[\w-]+=[\w!#$&^.+-]+)*$/i;

export function isContentType(text: string): boolean {
  return text.length <= LONGEST_TOKEN && CONTENT_TYPE.test(text);
}

/** Without its angle brackets. */
export function isContentId(text: string): boolean {
  return text.length <= LONGEST_TOKEN && CONTENT_ID.test(text);
}
