// The rules of .dependency-cruiser.cjs, each tried on the smallest house that breaks it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { cruise } from 'dependency-cruiser';

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const src = 'apps/api/src';
const servers = `${src}/features/smtp-servers`;

/** Rule, importing file, imported file or package. */
const broken = [
  ['no-cycles', `${src}/smtp/reply.ts`, `${src}/smtp/reply.ts`],
  ['features-by-the-front-door', `${src}/features/emails/email.ts`, `${servers}/smtp-server.ts`],
  ['features-know-no-entrance', `${servers}/smtp-servers.service.ts`, `${src}/config.ts`],
  ['smtp-and-mail-stand-alone', `${src}/smtp/dialogue.ts`, `${servers}/index.ts`],
  ['smtp-and-mail-stand-alone', `${src}/mail/mailbox.ts`, `${src}/smtp/index.ts`],
  ['storage-stands-alone', `${src}/storage/file-storage.ts`, `${src}/config.ts`],
  ['database-knows-only-entities', `${src}/database/schema.ts`, `${servers}/smtp-server.ts`],
  ['resolver-calls-service', `${servers}/smtp-server.resolver.ts`, `${servers}/smtp-server.entity.ts`],
  ['service-knows-no-graphql', `${servers}/smtp-servers.service.ts`, `${servers}/smtp-server.type.ts`],
  ['domain-knows-no-adapter', `${servers}/smtp-server.ts`, `${servers}/smtp-server.entity.ts`],
  ['domain-knows-no-adapter', `${servers}/smtp-server.rules.ts`, `${src}/database/data-source.ts`],
  ['entity-is-only-a-table', `${servers}/smtp-server.entity.ts`, `${servers}/smtp-server.type.ts`],
  ['graphql-class-is-only-a-shape', `${servers}/smtp-server.type.ts`, `${servers}/smtp-server.entity.ts`],
  ['graphql-class-calls-no-service', `${servers}/smtp-server.type.ts`, `${servers}/smtp-servers.service.ts`],
  ['typeorm-in-its-place', `${servers}/smtp-server.ts`, 'typeorm'],
  ['pg-in-its-place', `${servers}/smtp-servers.service.ts`, 'pg'],
  ['type-graphql-in-its-place', `${servers}/smtp-servers.service.ts`, 'type-graphql'],
  ['nodemailer-in-its-place', `${src}/smtp/dialogue.ts`, 'nodemailer/lib/mail-composer/index.js'],
  ['aws-sdk-in-its-place', `${src}/storage/open-storage.ts`, '@aws-sdk/client-s3/dist-cjs/index.js'],
  ['apps-do-not-import-each-other', 'apps/admin/src/main.ts', `${servers}/smtp-server.ts`],
  ['apps-do-not-import-each-other', 'e2e/journeys/first-run.e2e.ts', `${servers}/smtp-server.ts`],
  ['api-is-the-source-of-the-schema', `${src}/http/graphql.ts`, 'packages/schema/index.ts'],
  ['product-imports-no-test-code', `${src}/app.ts`, 'packages/testing/src/index.ts'],
  ['product-imports-no-test-code', `${src}/app.ts`, 'apps/api/testing/postgres.ts'],
  ['no-unresolvable', `${src}/app.ts`, 'not-installed'],
  ['names-say-what', `${src}/app.ts`, `${src}/smtp/reply-utils.ts`],
];

const allowed = [
  [`${src}/features/emails/email.ts`, `${servers}/index.ts`],
  [`${src}/database/schema.ts`, `${servers}/smtp-server.entity.ts`],
  [`${src}/database/schema.ts`, `${servers}/index.ts`],
  [`${servers}/smtp-server.resolver.ts`, `${servers}/smtp-servers.service.ts`],
  [`${servers}/smtp-servers.service.ts`, `${src}/smtp/index.ts`],
  [`${servers}/smtp-servers.service.ts`, 'typeorm'],
  [`${servers}/smtp-servers.pg.spec.ts`, 'apps/api/testing/postgres.ts'],
  [`${src}/smtp/dialogue.smtp.spec.ts`, 'packages/testing/src/index.ts'],
  [`${src}/features/emails/claim.sql.ts`, 'pg'],
];

const houses = mkdtempSync(join(tmpdir(), 'architecture-'));
after(() => rmSync(houses, { recursive: true }));

/** The names of the rules that a house breaks in which `from` imports `to`. */
async function rulesBrokenBy(from, to) {
  const house = mkdtempSync(join(houses, 'house-'));
  const put = (path, text) => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  };
  const isFile = to.endsWith('.ts');
  if (isFile) put(to, 'export const it = 1;\n');
  else if (to !== 'not-installed')
    put(`node_modules/${to}${to.endsWith('.js') ? '' : '/index.js'}`, 'export const it = 1;\n');
  put('package.json', JSON.stringify({ dependencies: { [to.split('/')[0]]: '1' } }));
  put(
    from,
    `import { it } from '${isFile ? `${'../'.repeat(from.split('/').length - 1)}${to}` : to}';\nexport const that = it;\n`,
  );

  const { output } = await cruise([from.split('/')[0]], {
    ...options,
    ruleSet: { forbidden },
    validate: true,
    baseDir: house,
  });
  return output.summary.violations.map((violation) => violation.rule.name);
}

for (const [rule, from, to] of broken) {
  test(`${rule}: ${from} may not import ${to}`, async () => {
    assert.deepEqual(await rulesBrokenBy(from, to), [rule]);
  });
}

for (const [from, to] of allowed) {
  test(`${from} may import ${to}`, async () => {
    assert.deepEqual(await rulesBrokenBy(from, to), []);
  });
}

test('each rule is tried', () => {
  const untried = forbidden
    .map((rule) => rule.name)
    .filter((name) => !broken.some(([rule]) => rule === name));
  // It needs a real installation: dependency-cruiser compares with package.json.
  assert.deepEqual(untried, ['product-needs-no-dev-dependency']);
});
