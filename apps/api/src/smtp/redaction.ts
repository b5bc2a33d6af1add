const HIDDEN = '***';

/** What is shorter could stand in any text: other spellings of a secret, and pieces of base64. */
const SHORTEST_SPELLING = 4;
const SHORTEST_PIECE = 6;

/**
 * The secrets of one attempt, in every spelling in which a server can send them back: as they are, base64 in any
 * alignment (so inside an AUTH PLAIN string too), base64url, URL-encoded and hexadecimal.
 */
export class Redaction {
  #pattern: RegExp | null = null;
  readonly #spellings = new Set<string>();

  constructor(secrets: readonly (string | null)[] = []) {
    for (const secret of secrets) if (secret !== null && secret !== '') this.add(secret);
  }

  add(secret: string): void {
    for (const spelling of spellingsOf(secret)) this.#spellings.add(spelling);
    // The longest first, so that no half of a secret stays behind its shorter piece.
    const longestFirst = [...this.#spellings].sort((a, b) => b.length - a.length);
    this.#pattern = new RegExp(
      longestFirst.map((text) => text.replace(/[^A-Za-z0-9]/gu, escaped)).join('|'),
      'giu',
    );
  }

  apply(text: string): string {
    return this.#pattern === null ? text : text.replace(this.#pattern, HIDDEN);
  }
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function spellingsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const encoded = bytes.toString('base64').replace(/=+$/, '');
  const urlEncoded = encodeURIComponent(secret);
  return [
    secret,
    // A server that drops what cannot be shown gives the rest of the secret back.
    secret.replace(/[\p{Cc}\p{Cf}]/gu, ''),
    urlEncoded,
    urlEncoded.replaceAll('%20', '+'),
    ...[encoded, ...base64Pieces(bytes)].flatMap((piece) => [
      piece,
      urlSafe(piece),
      encodeURIComponent(piece),
    ]),
    bytes.toString('hex'),
  ].filter((spelling) => spelling === secret || spelling.length >= SHORTEST_SPELLING);
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}

/**
 * The characters of base64 that depend on these bytes alone, for each of the three places in a group of three where
 * the bytes can begin. What stands before and after them shares its characters with its neighbours.
 */
function base64Pieces(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const whole = Math.floor(((offset + bytes.length) * 8) / 6);
    const piece = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .slice(Math.ceil((offset * 8) / 6), whole);
    return piece.length < SHORTEST_PIECE ? [] : [piece];
  });
}
