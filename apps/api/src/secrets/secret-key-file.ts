import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The keys in `path`, in base64, one a line, newest first; null = there is no such file. Throws where it holds anything else: a key that is
 * replaced makes every stored password unreadable.
 */
export async function readSecretKeyFile(path: string): Promise<Buffer[] | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null;
    throw error;
  }
  const keys = parseSecretKeys(text);
  if (keys !== null) return keys;
  throw new Error(`${path} does not hold a key (32 bytes in base64): bring it back from a backup.`);
}

/**
 * Makes the file with a first key, unless it is there. It is written whole under another name and then linked: a start that is killed half
 * way leaves no half key, and of two starts that make one at once both get the same.
 */
export async function makeSecretKeyFile(path: string, random: Random = randomBytes): Promise<Buffer[]> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = await writeDraft(path, [random(KEY_BYTES)], random);
  try {
    await link(draft, path).catch((error: unknown) => {
      if (!isSystemError(error, 'EEXIST')) throw error;
    });
  } finally {
    await rm(draft);
  }
  const made = await readSecretKeyFile(path);
  if (made === null) throw new Error(`${path} went away while it was made`);
  return made;
}

/** Puts a new key in front of those in the file; at every moment the file is the one before or the one after. */
export async function addSecretKey(path: string, random: Random = randomBytes): Promise<Buffer[]> {
  const keys = [random(KEY_BYTES), ...((await readSecretKeyFile(path)) ?? [])];
  await rename(await writeDraft(path, keys, random), path);
  return keys;
}

type Random = (bytes: number) => Buffer;

const KEY_BYTES = 32;

async function writeDraft(path: string, keys: readonly Buffer[], random: Random): Promise<string> {
  const draft = `${path}.${random(6).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(keys.map((key) => `${key.toString('base64')}\n`).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
  return draft;
}

function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Keys in base64 between spaces, commas or line ends, at least one; or null. */
export function parseSecretKeys(text: string): Buffer[] | null {
  const keys = text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(parseSecretKey);
  return keys.length > 0 && keys.every((key) => key !== null) ? keys : null;
}

/** 32 bytes in base64, or null. */
export function parseSecretKey(base64: string): Buffer | null {
  const text = base64.trim();
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return null;
  return Buffer.from(text, 'base64');
}
