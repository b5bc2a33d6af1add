/** 32 characters that are not mistaken for each other, so that five bits choose one of them evenly. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
const groups = 4;
const groupLength = 5;

/**
 * A password of 100 random bits in groups that can be read aloud: a first one, to hand over.
 * @param random fills it with random bytes
 */
export function generatedPassword(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const bytes = random(new Uint8Array(groups * groupLength));
  const letters = Array.from(bytes, (byte) => alphabet.charAt(byte % alphabet.length));
  return Array.from({ length: groups }, (_, group) =>
    letters.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-');
}
