// What a browser must load before the panel shows anything, gzipped, against its budget.
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const budget = { js: 230_000, css: 30_000 }; // bytes
const dist = new URL('../apps/admin/dist/', import.meta.url);
const manifestFile = new URL('.vite/manifest.json', dist);
if (!existsSync(manifestFile)) {
  console.log('apps/admin/dist has no .vite/manifest.json: set build.manifest in its vite.config.ts.');
  process.exit(1);
}

const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
const files = new Set();

function addWithImports(key) {
  const chunk = manifest[key];
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const imported of chunk.imports ?? []) addWithImports(imported);
}
for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) addWithImports(key);

for (const [kind, limit] of Object.entries(budget)) {
  const size = [...files]
    .filter((file) => file.endsWith(`.${kind}`))
    .reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist))).length, 0);
  console.log(
    `${kind}: ${(size / 1000).toFixed(1)} of ${limit / 1000} kB gzip${size > limit ? ': too much' : ''}`,
  );
  if (size > limit) process.exitCode = 1;
}
