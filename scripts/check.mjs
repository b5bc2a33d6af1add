// `pnpm check`: everything that can be said about the code without running it. Two steps at a time, one line each,
// then the output of those that failed.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { generatedFiles } from './generated-files.mjs';

const root = resolve(import.meta.dirname, '..');
const stands = (path) => existsSync(join(root, path));

/** Folder and package.json scripts of every package. */
const packages = ['apps', 'packages']
  .flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`))
  .concat('e2e', 'bench')
  .filter((folder) => stands(`${folder}/package.json`))
  .map((folder) => ({
    folder,
    scripts: JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).scripts ?? {},
  }));

/** Runs a command line without a shell; programs of the folder and of the root are found by name. */
function run(command, folder = '.') {
  const cwd = join(root, folder);
  const [program, ...args] = command.split(' ');
  const programs = [join(cwd, 'node_modules/.bin'), join(root, 'node_modules/.bin'), process.env.PATH];
  const child = spawn(program, args, { cwd, env: { ...process.env, PATH: programs.join(delimiter) } });
  return new Promise((done) => {
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => done({ ok: false, output: error.message }));
    child.on('close', (code) => done({ ok: code === 0, output: output.trim() }));
  });
}

async function regenerate() {
  const before = generatedFiles(root);
  // In this order: the panel's types come from the schema that the api emits.
  for (const folder of ['apps/api', 'apps/admin']) {
    const { generate } = packages.find((each) => each.folder === folder).scripts;
    for (const command of generate.split(' && ')) {
      const result = await run(command, folder);
      if (!result.ok) return result;
    }
  }
  const after = generatedFiles(root);
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
  return {
    ok: stale.length === 0,
    output: stale.map((file) => `${file} was not up to date. It is now: commit it.`).join('\n'),
  };
}

const lastLine = (text) => text.split('\n').at(-1);

/** The contract is kept beside the repository. What the schema still misses is told and fails nothing. */
async function compareWithContract() {
  const { output } = await run('node ../shared/contract/check.mjs');
  return { ok: true, note: lastLine(output) };
}

async function measurePanel() {
  const result = await run('node scripts/panel-size.mjs');
  return { ...result, note: result.output.replaceAll('\n', ', ') };
}

/** What it says of advisories is told in any case: no answer is not a good one. */
async function checkSupplyChain() {
  const result = await run('node scripts/supply-chain.mjs');
  return { ...result, note: lastLine(result.output) };
}

const step = (name, command, folder) => ({ name, do: () => run(command, folder) });

/** The long ones first. */
const steps = [
  // Halves of one long step, for both of the two at a time.
  step('lint of apps/admin', 'eslint --max-warnings 0 apps/admin'),
  step('lint of the rest', 'eslint --max-warnings 0 --ignore-pattern apps/admin .'),
  ...packages
    .filter(({ scripts }) => scripts.typecheck)
    .map(({ folder, scripts }) => step(`types of ${folder}`, scripts.typecheck, folder)),
  step('format', 'prettier --check --log-level warn .'),
  step('architecture', 'depcruise apps packages e2e bench'),
  step('architecture rules', 'node --test scripts/architecture.test.mjs'),
  step('documents', 'node --test scripts/documents.test.mjs'),
  step('supply chain rules', 'node --test scripts/supply-chain.test.mjs'),
  step('faults that are tried', 'node --test scripts/tried-faults.test.mjs'),
  step('unused', 'knip --no-progress'),
  { name: 'supply chain', do: checkSupplyChain },
  step('schema descriptions', 'node scripts/schema-descriptions.mjs'),
  ...(stands('apps/admin/dist') ? [{ name: 'panel size', do: measurePanel }] : []),
  ...(stands('../shared/contract/check.mjs') ? [{ name: 'contract', do: compareWithContract }] : []),
];

const failures = [];

async function work(queue) {
  for (let each = queue.shift(); each; each = queue.shift()) {
    const started = performance.now();
    const { ok, output, note } = await each.do();
    const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(5);
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${seconds} s  ${each.name}${note ? `: ${note}` : ''}`);
    if (!ok) failures.push({ name: each.name, output });
  }
}

// First and alone: the other steps read the files that it writes.
await work([{ name: 'generated files', do: regenerate }]);
const queue = [...steps];
await Promise.all([work(queue), work(queue)]);

for (const { name, output } of failures) console.log(`\n${name}\n\n${output}`);
console.log(
  failures.length === 0 ? '\nEverything holds.' : `\nFailed: ${failures.map(({ name }) => name).join(', ')}.`,
);
process.exitCode = failures.length === 0 ? 0 : 1;
