// `pnpm test`: every suite, the journeys in the browser on the built product included; the last line is the sum of all.
import './build.mjs';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findBrowser } from './browser.mjs';

const root = resolve(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'postroom-reports-'));
const sum = { passed: 0, failed: 0, skipped: 0 };

const browser = findBrowser();
for (const folder of suites()) {
  console.log(`\n${folder}`);
  if (folder === 'e2e' && !browser) {
    console.error('There is no Chromium or Chrome: install one, or set CHROMIUM_PATH to where it is.');
    sum.failed += 1;
  } else {
    add(await run(folder));
  }
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed === 0 ? 0 : 1;

/** Every package that has a configuration for tests; the journeys last, as the longest and the least precise. */
function suites() {
  const packages = ['apps', 'packages'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => `${parent}/${name}`),
  );
  return [...packages, 'e2e'].filter((folder) => existsSync(join(root, folder, 'vitest.config.ts')));
}

function run(folder) {
  const cwd = join(root, folder);
  const report = join(reports, `${folder.replaceAll('/', '-')}.json`);
  const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const vitest = spawn(join(cwd, 'node_modules/.bin/vitest'), options, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(browser && { CHROMIUM_PATH: browser }) },
  });
  return new Promise((done) => {
    vitest.on('error', () => done({ report, code: 1 }));
    vitest.on('close', (code) => done({ report, code }));
  });
}

/** A suite that ended badly without a failed test, because it broke before or after them, counts as one failure. */
function add({ report, code }) {
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numTotalTests = 0,
  } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  sum.passed += numPassedTests;
  sum.failed += code !== 0 ? Math.max(numFailedTests, 1) : numFailedTests;
  sum.skipped += numTotalTests - numPassedTests - numFailedTests;
}
