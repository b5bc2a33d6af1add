// The import directions of the house. A rule's comment says what to do instead.

const api = '^apps/api/src/';
const features = `${api}features/`;
const tests = ['\\.spec\\.ts$', '/testing/', '^e2e/', 'vitest\\.config\\.ts$'];

/** A package may be imported only where `homes` say; tests may always. */
const onlyIn = (name, pattern, homes, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(apps|packages)/', pathNot: [...homes, ...tests] },
  to: { path: `node_modules/${pattern}/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one subject (join them) or hide a third (take it out). Between features: ' +
        'the earlier one declares a port, the later one implements it, app.ts joins them.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'features-by-the-front-door',
      comment:
        'Import the other feature through its index.ts; what is not there is not for others: offer it there or ask for a port.',
      severity: 'error',
      from: { path: `${features}([^/]+)/` },
      to: { path: features, pathNot: [`${features}$1/`, `${features}[^/]+/index\\.ts$`] },
    },
    {
      name: 'features-know-no-entrance',
      comment:
        'A feature takes values and ports as parameters; http, cli and app.ts call it, never the other way round.',
      severity: 'error',
      from: { path: features },
      to: { path: `${api}(http|cli)/|${api}(app|main|worker|config)\\.ts$` },
    },
    {
      name: 'smtp-and-mail-stand-alone',
      comment:
        'smtp/ and mail/ know nothing of the rest, nor of each other: pass what they need as a parameter.',
      severity: 'error',
      from: { path: `${api}(smtp|mail)/`, pathNot: tests },
      to: { path: api, pathNot: `${api}$1/` },
    },
    {
      name: 'storage-stands-alone',
      comment: 'storage/ keeps octets under keys. What they mean, and whose they are, is for a feature.',
      severity: 'error',
      from: { path: `${api}storage/`, pathNot: tests },
      to: { path: api, pathNot: `${api}storage/` },
    },
    {
      name: 'database-knows-only-entities',
      comment:
        'database/ connects and migrates. schema.ts lists the entities; a query belongs to the feature whose rows it reads.',
      severity: 'error',
      from: { path: `${api}database/`, pathNot: tests },
      to: {
        path: `${api}(features|http|cli|mail|smtp)/`,
        pathNot: ['\\.entity\\.ts$', `${features}[^/]+/index\\.ts$`],
      },
    },
    {
      name: 'resolver-calls-service',
      comment: 'A resolver authorises, calls a service and returns: the query goes into the service.',
      severity: 'error',
      from: { path: '\\.resolver\\.ts$' },
      to: { path: ['\\.(entity|sql)\\.ts$', `${api}database/`, 'node_modules/(typeorm|pg)/'] },
    },
    {
      name: 'service-knows-no-graphql',
      comment:
        'A service speaks the domain: take and return domain types; input and result classes implement them.',
      severity: 'error',
      from: { path: '\\.service\\.ts$' },
      to: { path: '\\.(type|input|result|args|enum|resolver)\\.ts$' },
    },
    {
      name: 'domain-knows-no-adapter',
      comment:
        'Files of a feature without a role in their name are its plain types and rules. The adapters (entity, type, ' +
        'service, ...) import them; where a rule needs to ask, it takes a port.',
      severity: 'error',
      from: { path: `${features}[^/]+/[^/.]+(\\.(rules|requests))?\\.ts$`, pathNot: '/index\\.ts$' },
      to: {
        path: `\\.(entity|service|sql|type|input|result|args|enum|resolver)\\.ts$|${api}(database|http|cli)/`,
      },
    },
    {
      name: 'entity-is-only-a-table',
      comment: 'Entity and GraphQL class both implement the domain type and know nothing of each other.',
      severity: 'error',
      from: { path: '\\.entity\\.ts$' },
      to: { path: '\\.(service|type|input|result|args|resolver)\\.ts$' },
    },
    {
      name: 'graphql-class-is-only-a-shape',
      comment: 'A field that must be looked up is a field resolver in a *.resolver.ts.',
      severity: 'error',
      from: { path: '\\.(type|input|result|args|enum)\\.ts$' },
      to: { path: '\\.(entity|sql|resolver)\\.ts$' },
    },
    {
      name: 'graphql-class-calls-no-service',
      comment:
        'It may implement the type of what a use case takes or returns, no more: calling is for the resolver.',
      severity: 'error',
      from: { path: '\\.(type|input|result|args|enum)\\.ts$' },
      to: { path: '\\.service\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    onlyIn(
      'typeorm-in-its-place',
      'typeorm',
      ['\\.(entity|service)\\.ts$', `${api}database/`],
      'TypeORM belongs in *.entity.ts, *.service.ts and database/: give the caller a domain type or a method of the service.',
    ),
    onlyIn(
      'pg-in-its-place',
      'pg',
      ['\\.sql\\.ts$', `${api}database/`],
      'SQL belongs in database/ or in a file of its own, *.sql.ts, one statement a function.',
    ),
    onlyIn(
      'type-graphql-in-its-place',
      'type-graphql',
      [
        '\\.(type|input|result|args|enum|resolver)\\.ts$',
        '/(result-union|auth-checker)\\.ts$',
        `${api}http/`,
      ],
      'GraphQL belongs in *.type.ts, *.input.ts, *.result.ts, *.args.ts, *.enum.ts, *.resolver.ts and http/: ' +
        'the rest speaks the domain.',
    ),
    onlyIn(
      'nodemailer-in-its-place',
      'nodemailer',
      [`${api}mail/`],
      'nodemailer composes MIME in mail/ and does nothing else: smtp/ speaks to servers.',
    ),
    onlyIn(
      'aws-sdk-in-its-place',
      '@aws-sdk',
      [`${api}storage/s3-storage\\.ts$`],
      'S3 is one kind of ObjectStorage: the rest of the house takes the interface.',
    ),
    {
      name: 'apps-do-not-import-each-other',
      comment:
        'Programs meet at the API: packages/schema has its types. What two of them need becomes a package.',
      severity: 'error',
      from: { path: '^(apps/[^/]+|e2e)/' },
      to: { path: '^(apps|e2e)/', pathNot: '^$1/' },
    },
    {
      name: 'api-is-the-source-of-the-schema',
      comment:
        'packages/schema is emitted from the api: importing it there would let the contract describe itself.',
      severity: 'error',
      from: { path: '^apps/api/' },
      to: { path: '^packages/schema/' },
    },
    {
      name: 'product-imports-no-test-code',
      comment:
        'What only tests need lives in packages/testing, testing/ or a spec; what the product needs lives in src/.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: tests },
      to: { path: '^packages/testing/|/testing/|\\.spec\\.ts$' },
    },
    {
      name: 'product-needs-no-dev-dependency',
      comment: 'It would be missing after an install for production: move it to "dependencies".',
      severity: 'error',
      from: { path: api, pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    },
    {
      name: 'no-unresolvable',
      comment: 'Add the package to the package.json of the folder that imports it, with an exact version.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(worker|raw|url)$|^virtual:' },
    },
    {
      name: 'names-say-what',
      comment: 'utils, helpers, common, misc, manager, handler say nothing: name the subject.',
      severity: 'error',
      from: {},
      to: {
        path: '^(apps|packages|e2e|scripts)/.*(^|[/.-])(utils?|helpers?|common|misc|managers?|handlers?)([/.-])',
        pathNot: 'node_modules',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(apps|packages)/[^/]+/(dist|src/generated)/' },
    // A type is a dependency too: a GraphQL class in a service's signature is the same mistake.
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
