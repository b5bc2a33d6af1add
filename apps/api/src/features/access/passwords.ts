import { hash, verify } from '@node-rs/argon2';

// OWASP password storage cheat sheet: Argon2id (the library's algorithm where none is named) with 19 MiB, 2 passes, 1 lane.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Computes and compares the hashes of passwords; a port, so that a test can count. */
export interface Passwords {
  hash: (password: string) => Promise<string>;
  /** Costs as much as `hash`. */
  matches: (passwordHash: string, password: string) => Promise<boolean>;
}

/** Argon2id (RFC 9106) in PHC string format. */
export const argon2id: Passwords = {
  hash: (password) => hash(asHashed(password), OPTIONS),
  matches: (passwordHash, password) => verify(passwordHash, asHashed(password)),
};

/** One keyboard sends é as one character, another one as two: both are the same password (RFC 8265 section 4.2.2). */
export function asHashed(password: string): string {
  return password.normalize('NFC');
}

const LONGEST_GUESS = 1000;

/**
 * Where there is no such user (`passwordHash` null) one hash is computed all the same, so that the time tells nobody which accounts exist.
 */
export async function passwordMatches(
  passwords: Passwords,
  passwordHash: string | null,
  guess: string,
): Promise<boolean> {
  const password = guess.slice(0, LONGEST_GUESS);
  if (passwordHash !== null) {
    // One that was cut is not the password, even where the rest of it is.
    return (await passwords.matches(passwordHash, password)) && guess.length <= LONGEST_GUESS;
  }
  await passwords.hash(password);
  return false;
}
