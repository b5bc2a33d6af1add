// What comes from others: where it comes from, what it may run while it is installed, under which licence it stands, and whether anybody warns
// of it. `--write` writes docs/licences.md anew; without, it must be up to date.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const text = (path) => readFileSync(join(root, path), 'utf8');
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const problems = [];
const problem = (sentence) => problems.push(sentence);

/** Those that let us ship the product under its own licence. */
const LICENCES =
  /^(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0|PSF-2\.0|PostgreSQL|MPL-2\.0)$/;

/** Packages whose package.json names no licence, and where theirs is said. */
const SAID_ELSEWHERE = { 'vaul-vue': 'MIT' /* LICENSE of github.com/unovue/vaul-vue */ };

checkLockFile(text('pnpm-lock.yaml'));
checkBuildScripts(text('pnpm-workspace.yaml'));
checkLicences(productPackages());
const advisories = askForAdvisories();

for (const sentence of problems) console.log(sentence);
console.log(problems.length === 0 ? `lock file, build scripts and licences hold; ${advisories}` : advisories);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Every package by its hash and from the registry: nothing from a repository or an address that can change under our feet. */
function checkLockFile(lock) {
  const resolutions = [...lock.matchAll(/^ {2}(\S.*):\n {4}resolution: \{(.*)\}/gm)];
  if (resolutions.length < 100)
    problem('pnpm-lock.yaml lists hardly a package: is it the lock file of this project?');
  for (const [, name, resolution] of resolutions) {
    if (!/\bintegrity: sha512-/.test(resolution)) problem(`${name} has no SHA-512 in pnpm-lock.yaml.`);
    if (/\b(tarball|repo|commit|directory):/.test(resolution))
      problem(`${name} does not come from the registry.`);
  }
  for (const manifest of manifests()) {
    const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = json(manifest);
    for (const [name, version] of Object.entries({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
    })) {
      if (!/^(\d+\.\d+\.\d+\S*|workspace:\*|catalog:)$/.test(version))
        problem(`${manifest} asks for ${name} ${version}: name an exact version.`);
    }
  }
}

function manifests() {
  const folders = ['apps', 'packages'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => `${parent}/${name}`),
  );
  return ['.', ...folders, 'e2e', 'bench']
    .map((folder) => join(root, folder, 'package.json'))
    .filter((path) => existsSync(path));
}

/** pnpm runs no script that is not allowed; each that would like to must have been decided on. */
function checkBuildScripts(workspace) {
  const section = /^allowBuilds:\n((?: {2}.*\n)+)/m.exec(workspace)?.[1] ?? '';
  const decided = new Set(
    [...section.matchAll(/^ {2}'?([^':]+)'?: (?:true|false)$/gm)].map(([, name]) => name),
  );
  for (const { name, scripts = {} } of installedPackages()) {
    const wants = ['preinstall', 'install', 'postinstall'].filter((script) => script in scripts);
    if (wants.length > 0 && !decided.has(name))
      problem(`${name} would run ${wants.join(', ')}: decide on it in allowBuilds.`);
  }
}

function installedPackages() {
  const store = join(root, 'node_modules/.pnpm');
  return readdirSync(store)
    .map((folder) => join(store, folder, 'node_modules'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder).flatMap((name) =>
        name.startsWith('@')
          ? readdirSync(join(folder, name)).map((inner) => join(folder, name, inner))
          : [join(folder, name)],
      ),
    )
    .filter((folder) => !lstatSync(folder).isSymbolicLink() && existsSync(join(folder, 'package.json')))
    .map((folder) => json(join(folder, 'package.json')));
}

/** What is installed for production, or bundled into the pages; without the binaries, which differ from machine to machine. */
function productPackages() {
  const found = new Map();
  const look = (folder) => {
    const { dependencies = {} } = json(join(folder, 'package.json'));
    for (const [name, wanted] of Object.entries(dependencies)) {
      const place = findPackage(name, folder);
      if (place === null || wanted === 'workspace:*') continue;
      const { version, license, os, cpu } = json(join(place, 'package.json'));
      const key = `${name} ${version}`;
      if (found.has(key) || os || cpu) continue;
      found.set(key, {
        name,
        version,
        license:
          typeof license === 'string' ? license : (license?.type ?? SAID_ELSEWHERE[name] ?? 'none named'),
      });
      look(place);
    }
  };
  for (const app of ['apps/api', 'apps/admin', 'apps/explorer']) look(join(root, app));
  return [...found.values()].toSorted((a, b) =>
    a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1,
  );
}

function findPackage(name, from) {
  for (let folder = realpathSync(from); folder !== dirname(folder); folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name);
    if (existsSync(join(place, 'package.json'))) return realpathSync(place);
  }
  return null;
}

function checkLicences(packages) {
  for (const { name, version, license } of packages) {
    const alternatives = license.replace(/[()]/g, '').split(/ OR /);
    const isAllowed = alternatives.some((one) =>
      one.split(/ AND /).every((part) => LICENCES.test(part.trim())),
    );
    if (!isAllowed)
      problem(`${name} ${version} stands under "${license}": decide on it in scripts/supply-chain.mjs.`);
  }
  const rows = packages.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`);
  const document = `# Licences of what the product is made of

Written by \`node scripts/supply-chain.mjs --write\`: what is installed for production or bundled into the pages, without the binaries of
PostgreSQL (PostgreSQL licence) and of Argon2 (MIT), which differ from machine to machine.

| Package | Version | Licence |
| --- | --- | --- |
${rows.join('\n')}
`;
  const path = join(root, 'docs/licences.md');
  if (process.argv.includes('--write')) writeFileSync(path, document);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== document)
    problem('docs/licences.md is not up to date: run node scripts/supply-chain.mjs --write.');
}

/**
 * In words, for the last line. A source that does not answer is no answer: it is said, and fails where ADVISORIES_REQUIRED=true (for a release).
 */
function askForAdvisories() {
  const pnpm = process.env.npm_execpath;
  const [program, ...args] = !pnpm
    ? ['npx', '-y', 'pnpm@12.21.0']
    : /\.[cm]?js$/.test(pnpm)
      ? [process.execPath, pnpm]
      : [pnpm];
  const { stdout } = spawnSync(program, [...args, 'audit', '--prod', '--json'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 20_000,
  });
  let answer = null;
  try {
    answer = JSON.parse(stdout ?? '');
  } catch {
    // An error page, nothing, or a time-out.
  }
  const counts = answer?.metadata?.vulnerabilities;
  if (!counts) {
    if (process.env.ADVISORIES_REQUIRED === 'true')
      problem('The source of advisories did not answer, and an answer is required.');
    return 'ADVISORIES: NOT ANSWERED. Nobody has said that these packages are safe';
  }
  const grave = (counts.high ?? 0) + (counts.critical ?? 0);
  if (grave > 0) problem(`${grave} advisories of high or critical severity: see pnpm audit --prod.`);
  return `advisories: ${Object.entries(counts)
    .map(([severity, count]) => `${count} ${severity}`)
    .join(', ')}`;
}
