// The check of what comes from others, tried on a copy of this project with one thing wrong.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

const root = resolve(import.meta.dirname, '..');
const copies = [];
after(() => copies.forEach((copy) => rmSync(copy, { recursive: true })));

/** The manifests of the project, its lock file and documents; the packages themselves by a link. */
function copyOfTheProject() {
  const copy = mkdtempSync(join(tmpdir(), 'postroom-supply-'));
  copies.push(copy);
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'scripts', 'docs']) {
    cpSync(join(root, file), join(copy, file), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const folders = ['apps', 'packages'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => `${parent}/${name}`),
  );
  for (const folder of [...folders, 'e2e', 'bench']) {
    mkdirSync(join(copy, folder), { recursive: true });
    cpSync(join(root, folder, 'package.json'), join(copy, folder, 'package.json'));
    symlinkSync(join(root, folder, 'node_modules'), join(copy, folder, 'node_modules'));
  }
  return copy;
}

function check(copy, env = {}) {
  // Where there is no pnpm, nobody answers.
  const { status, stdout } = spawnSync(process.execPath, [join(copy, 'scripts/supply-chain.mjs')], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, npm_execpath: '/nowhere', ...env },
  });
  return { status, stdout };
}

function changed(file, change) {
  const copy = copyOfTheProject();
  const path = join(copy, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return check(copy);
}

test('takes the project as it is, and says that nobody has answered', () => {
  const { status, stdout } = check(copyOfTheProject());
  assert.equal(status, 0, stdout);
  assert.match(stdout, /ADVISORIES: NOT ANSWERED/);
});

test('fails without an answer where one is required', () => {
  const { status, stdout } = check(copyOfTheProject(), { ADVISORIES_REQUIRED: 'true' });
  assert.equal(status, 1);
  assert.match(stdout, /did not answer, and an answer is required/);
});

test('refuses a package without a hash', () => {
  const { status, stdout } = changed('pnpm-lock.yaml', (lock) =>
    lock.replace(/integrity: sha512-[^}]+/, 'integrity: none'),
  );
  assert.equal(status, 1);
  assert.match(stdout, /has no SHA-512/);
});

test('refuses a package that does not come from the registry', () => {
  const { status, stdout } = changed('pnpm-lock.yaml', (lock) =>
    lock.replace(/resolution: \{integrity/, 'resolution: {tarball: https://example.org/x.tgz, integrity'),
  );
  assert.equal(status, 1);
  assert.match(stdout, /does not come from the registry/);
});

test('refuses a range of versions', () => {
  const { status, stdout } = changed('apps/api/package.json', (manifest) =>
    manifest.replace('"pino": "', '"pino": "^'),
  );
  assert.equal(status, 1);
  assert.match(stdout, /asks for pino \^/);
});

test('refuses a script at install time that nobody decided on', () => {
  const { status, stdout } = changed('pnpm-workspace.yaml', (workspace) =>
    workspace.replace('  esbuild: false\n', ''),
  );
  assert.equal(status, 1);
  assert.match(stdout, /esbuild would run postinstall/);
});

test('refuses a list of licences that is not up to date', () => {
  const { status, stdout } = changed('docs/licences.md', (list) => list.replace('| pino |', '| pinot |'));
  assert.equal(status, 1);
  assert.match(stdout, /not up to date/);
});
