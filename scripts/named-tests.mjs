// The tests that a document names: each must exist. A file stands in backticks, from the repository or from apps/api/src; a sentence of a
// test stands in brackets and quotation marks behind its file.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const PLACES = ['', 'apps/api/src', 'apps/api', 'apps/admin/src', 'e2e'];
const NAMED = /`([^`\s*]*(?:\.spec|\.e2e|\.test)\.(?:ts|mjs)|bench\/[^`\s*]*)`(?: \("([^"]+)"\))?/g;

/** What is named in `document` and does not exist, in sentences. */
export function missingTests(document) {
  const text = readFileSync(join(root, document), 'utf8');
  return [...text.matchAll(NAMED)].flatMap(([, name, sentence]) => {
    const file = locate(name);
    if (file === undefined) return [`${document} names ${name}, which does not exist.`];
    const stands = sentence === undefined || readFileSync(file, 'utf8').includes(sentence);
    return stands ? [] : [`${document} names “${sentence}” of ${name}, which has no such test.`];
  });
}

let files;

function locate(name) {
  const exact = PLACES.map((place) => join(root, place, name)).find((path) => existsSync(path));
  if (exact !== undefined || name.includes('/')) return exact;
  // A bare name, where the paragraph leaves no doubt.
  files ??= ['apps', 'packages', 'e2e', 'scripts'].flatMap((folder) => filesBelow(join(root, folder)));
  return files.find((path) => path.endsWith(`/${name}`));
}

function filesBelow(folder) {
  return readdirSync(folder)
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}
