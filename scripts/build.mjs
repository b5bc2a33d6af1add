// Builds what has changed since it was built, side by side. A module as well as a command: whoever imports it has a built product.
import './node-version.mjs';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compressFiles } from './compress.mjs';

const root = resolve(import.meta.dirname, '..');
const pages = ['apps/admin', 'apps/explorer'];
const products = ['apps/api', ...pages];
/** What every product is made of, beside its own folder. */
const shared = ['packages/schema', 'tsconfig.base.json', 'pnpm-lock.yaml'];
const notSources = new Set(['node_modules', 'dist', 'testing']);

const results = await Promise.all(products.map(build));
if (results.includes(false)) process.exit(1);

async function build(product) {
  const folder = join(root, product);
  const output = join(folder, 'dist');
  const stamp = join(output, '.built-from');
  const sources = fingerprint([folder, ...shared.map((path) => join(root, path))]);
  if (read(stamp) === sources) return true;

  const begin = performance.now();
  rmSync(output, { recursive: true, force: true });
  const failure = await run(folder);
  if (failure === undefined && pages.includes(product)) await compressFiles(output);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  if (failure === undefined) {
    // The last thing written: a build that was killed has no stamp and is done again.
    writeFileSync(stamp, sources);
    console.log(`Built ${product} in ${seconds} s`);
    return true;
  }
  console.error(`Building ${product} failed after ${seconds} s:\n${failure}`);
  return false;
}

/** The words of its `build` script, run without a shell. Undefined, or what it printed when it failed. */
function run(folder) {
  const [program, ...args] = JSON.parse(read(join(folder, 'package.json'))).scripts.build.split(' ');
  const child = spawn(join(folder, 'node_modules/.bin', program), args, { cwd: folder });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += chunk));
  child.stderr.on('data', (chunk) => (printed += chunk));
  return new Promise((done) => {
    child.on('error', (error) => done(error.message));
    child.on('close', (code) => done(code === 0 ? undefined : printed));
  });
}

/** Of names and contents: a clone, a copy and a checkout change every time of modification. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) for (const file of filesIn(path)) hash.update(`${file}\0${read(file)}\0`);
  return hash.digest('hex');
}

function filesIn(path) {
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return [path];
  }
  return entries
    .filter(({ name }) => !notSources.has(name) && !name.endsWith('.spec.ts'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]));
}

function read(file) {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return undefined;
  }
}
