// docs/reliability.md names a test for each fault: that each of them is there, by file and title, and that no fault is left out.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { test } from 'node:test';

const root = resolve(import.meta.dirname, '..');
const FAULTS = 26;

/** Of every test in the repository, by the name of its file. */
const sources = new Map(
  ['apps/api/src', 'e2e/crash', 'e2e/journeys']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, name)),
    )
    .filter((path) => /\.(spec|e2e)\.ts$/.test(path))
    .map((path) => [basename(path), readFileSync(path, 'utf8')]),
);

const rows = readFileSync(join(root, 'docs/reliability.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| S\d+ /.test(line))
  .map((line) => {
    const [, fault, , , triedBy] = line.split('|').map((cell) => cell.trim());
    return {
      fault,
      triedBy,
      tests: [...triedBy.matchAll(/`([\w.-]+\.ts)` “([^”]+)”/g)].map(([, file, title]) => ({ file, title })),
    };
  });

test('every fault has its row', () => {
  const numbers = Array.from({ length: FAULTS }, (_, index) => `S${index + 1}`);
  assert.deepEqual(
    rows.map(({ fault }) => fault),
    numbers,
  );
});

for (const { fault, triedBy, tests } of rows) {
  test(`${fault} has a test, or a reason why it has none`, () => {
    assert.ok(tests.length > 0 || /^No test: .{20}/.test(triedBy), `${fault} is not tried`);
    // One that is spelt in another way would be read as no test at all.
    assert.equal(tests.length, triedBy.split('.ts`').length - 1);
    for (const { file, title } of tests) {
      assert.ok(sources.has(file), `there is no ${file}`);
      assert.ok(sources.get(file).includes(title), `${file} has no test “${title}”`);
    }
  });
}
