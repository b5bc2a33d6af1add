import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Keyring } from './keyring.ts';
import { makeSecretKeyFile, parseSecretKeys, readSecretKeyFile } from './secret-key-file.ts';

export interface KeySources {
  /** SECRET_KEYS; null = the file in `dataDir`. */
  secretKeys: Buffer[] | null;
  dataDir: string;
}

export function secretKeyPath({ dataDir }: Pick<KeySources, 'dataDir'>): string {
  return join(dataDir, 'secret.key');
}

/**
 * The keyring of this deployment. A first key is made where `mayMake` says that nothing was sealed yet: a new one beside secrets of an old
 * one would only be in the way of the old one. It is empty, with the reason, where there is no key to be had.
 */
export async function openKeyring(
  sources: KeySources,
  mayMake: () => Promise<boolean>,
): Promise<{ keyring: Keyring; problem: string | null }> {
  if (sources.secretKeys !== null) return { keyring: new Keyring(sources.secretKeys), problem: null };
  const path = secretKeyPath(sources);
  const { keys, problem } = await keysInFile(path, mayMake);
  return { keyring: new Keyring(keys, () => keysAddedTo(path)), problem };
}

async function keysInFile(
  path: string,
  mayMake: () => Promise<boolean>,
): Promise<{ keys: Buffer[]; problem: string | null }> {
  try {
    const keys = await readSecretKeyFile(path);
    if (keys !== null) return { keys, problem: null };
    if (await mayMake()) return { keys: await makeSecretKeyFile(path), problem: null };
    return { keys: [], problem: `${path} is missing.` };
  } catch (error) {
    return { keys: [], problem: error instanceof Error ? error.message : String(error) };
  }
}

/** By `postroom keys add`, or by whoever brings a lost file back. */
function keysAddedTo(path: string): Buffer[] {
  try {
    return parseSecretKeys(readFileSync(path, 'utf8')) ?? [];
  } catch {
    return [];
  }
}
