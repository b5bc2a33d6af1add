import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

// From src/features/access and from dist/features/access alike.
const FILE = new URL('../../../assets/leaked-passwords.txt.gz', import.meta.url);

let list: ReadonlySet<string> | null = null;

/**
 * Is it one of the passwords that are known from leaks (OWASP ASVS 5, 6.2.4 and 6.2.12)? `spelling` in lower case and NFKC. The list is read
 * at the first question, some 10 ms and 5 MB.
 */
export function isLeaked(spelling: string): boolean {
  list ??= new Set(gunzipSync(readFileSync(FILE)).toString('utf8').split('\n'));
  return list.has(spelling);
}
