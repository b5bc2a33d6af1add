import { hash, verify } from '@node-rs/argon2';

// OWASP password storage cheat sheet: Argon2id (the library's algorithm where none is named) with 19 MiB, 2 passes, 1 lane.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Argon2id (RFC 9106) in PHC string format. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

/**
 * Where there is no such user (`passwordHash` null) one hash is computed all the same, so that the time tells nobody which accounts exist.
 */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  if (passwordHash !== null) return verify(passwordHash, password);
  await hashPassword(password);
  return false;
}
