import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const single = [
  'packages/schema/schema.graphql',
  'packages/schema/smtp-failures.json',
  'docs/smtp-failures.md',
];
const places = [...single, 'apps/admin/src'];
const isGenerated = (file) => single.includes(file) || file.includes('/generated/');

/** Path (from the root) to hash, of every committed file that `pnpm generate` writes. */
export function generatedFiles(root) {
  const hashes = new Map();
  for (const file of places.flatMap((place) => filesBelow(join(root, place)))) {
    const path = relative(root, file);
    if (isGenerated(path)) hashes.set(path, createHash('sha256').update(readFileSync(file)).digest('hex'));
  }
  return hashes;
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}
