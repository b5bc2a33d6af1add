import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The 32-byte key in `path` (base64), made at the first start. It is written whole under another name and then linked: a start that is
 * killed half way leaves no half key, and of two starts that make one at once both get the same.
 * Throws where the file holds something else: a key that is replaced makes every stored password unreadable.
 */
export async function readOrMakeSecretKey(
  path: string,
  random: (bytes: number) => Buffer = randomBytes,
): Promise<Buffer> {
  const existing = await readKey(path);
  if (existing !== null) return existing;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${random(6).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${random(32).toString('base64')}\n`);
    await file.sync();
    await link(draft, path).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  } finally {
    await file.close();
    await rm(draft);
  }
  const made = await readKey(path);
  if (made === null) throw new Error(`${path} went away while it was made`);
  return made;
}

async function readKey(path: string): Promise<Buffer | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const key = parseSecretKey(text);
  if (key === null)
    throw new Error(`${path} does not hold a key (32 bytes in base64): bring it back from a backup.`);
  return key;
}

/** 32 bytes in base64, or null. */
export function parseSecretKey(base64: string): Buffer | null {
  const text = base64.trim();
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return null;
  return Buffer.from(text, 'base64');
}
