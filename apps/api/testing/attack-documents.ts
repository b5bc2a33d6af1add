/** A request that is made to hurt, and how it is to be answered. */
export interface Attack {
  name: string;
  body: string | Uint8Array<ArrayBuffer>;
  status: number | readonly number[];
  method?: string;
  headers?: Record<string, string>;
  /** Sent without a session. */
  isAnonymous?: boolean;
}

const query = (text: string, variables: object = {}) => JSON.stringify({ query: text, variables });
const times = (count: number, part: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');
const MIB = 1024 * 1024;

/** Each fragment spreads the one below it twice: 2^n fields at the bottom. */
const bomb = (levels: number, spread: (n: number) => string) =>
  `{ smtpServers { ...F0 } } ${times(levels, (n) => `fragment F${n} on SmtpServerConnection { ${spread(n + 1)} }`)} fragment F${levels} on SmtpServerConnection { totalCount }`;

const signIn = (alias: string) =>
  `${alias}: signIn(input: {email: "ada@example.org", password: "guess"}) { __typename }`;

const NEW_TOKEN =
  'mutation ($scopes: [TokenScope!]!) { createApiToken(input: {name: "x", scopes: $scopes}) { __typename } }';

const documents: [name: string, body: string][] = [
  ['100 aliases of one field', query(`{ ${times(100, (n) => `a${n}: needsSetUp`)} }`)],
  ['600 aliases', query(`{ ${times(600, (n) => `a${n}: needsSetUp`)} }`)],
  ['16 aliases', query(`{ ${times(16, (n) => `a${n}: needsSetUp`)} }`)],
  [
    'aliases in a fragment',
    query(`{ ...F } fragment F on Query { ${times(20, (n) => `a${n}: needsSetUp`)} }`),
  ],
  ['aliases in inline fragments', query(`{ ${times(20, (n) => `... { a${n}: needsSetUp }`)} }`)],
  ['aliases of __typename', query(`{ ${times(16, (n) => `a${n}: __typename`)} }`)],
  ['100 sign-ins by aliases', query(`mutation { ${times(100, (n) => signIn(`a${n}`))} }`)],
  ['two sign-ins', query(`mutation { ${signIn('a')} ${signIn('b')} }`)],
  [
    'two sign-ins by fragments',
    query(
      `mutation { ...A ...B } fragment A on Mutation { ${signIn('a')} } fragment B on Mutation { ${signIn('b')} }`,
    ),
  ],
  [
    'two kinds of guesses',
    query(`mutation { ${signIn('a')} reauthenticate(input: {password: "x"}) { __typename } }`),
  ],
  ['a bomb of fragments', query(bomb(20, (n) => `...F${n} ...F${n}`))],
  ['a bomb of aliased fragments', query(bomb(12, (n) => `a: pageInfo { hasNextPage } ...F${n} ...F${n}`))],
  [
    'a fragment that holds itself',
    query('{ smtpServers { ...F } } fragment F on SmtpServerConnection { ...F }'),
  ],
  [
    'two fragments that hold each other',
    query(
      '{ smtpServers { ...A } } fragment A on SmtpServerConnection { ...B } fragment B on SmtpServerConnection { ...A }',
    ),
  ],
  [
    '300 fragments that nobody uses',
    query(`{ needsSetUp } ${times(300, (n) => `fragment F${n} on Query { needsSetUp }`)}`),
  ],
  [
    'nesting through a cycle of types',
    query(
      `{ smtpServers { nodes { ${'trustedCertificates { servers { '.repeat(8)} id ${'} }'.repeat(8)} } } }`,
    ),
  ],
  ['nesting in inline fragments', query(`{ ${'... { '.repeat(400)} needsSetUp ${'}'.repeat(400)} }`)],
  ['nesting without end', query('{ a'.repeat(10_000))],
  ['brackets without end', query(`{ smtpServers(search: ${'['.repeat(5000)}`)],
  ['objects without end', query(`mutation { addSmtpServer(input: ${'{name: '.repeat(1500)}`)],
  ['a flood of directives', query(`{ needsSetUp ${'@include(if: true) '.repeat(300)} }`)],
  ['21 directives', query(`{ ${times(21, () => 'needsSetUp @include(if: true)')} }`)],
  ['unknown directives', query(`{ needsSetUp ${times(1500, (n) => `@d${n}`)} }`)],
  ['directives on the operation', query(`query ${times(1500, (n) => `@d${n}`)} { needsSetUp }`)],
  ['one field 1,900 times', query(`{ ${'needsSetUp '.repeat(1900)} }`)],
  ['one field with a selection 480 times', query(`{ ${'smtpServers { totalCount } '.repeat(480)} }`)],
  ['2,001 tokens', query(`{ ${'needsSetUp '.repeat(2001)} }`)],
  ['a comment of 5 MB', query(`# ${'x'.repeat(5 * MIB)}\n{ needsSetUp }`)],
  [
    'a string of 5 MB in the document',
    query(`{ smtpServers(search: "${'x'.repeat(5 * MIB)}") { totalCount } }`),
  ],
  ['white space of 1 MB', query(`{ needsSetUp ${' '.repeat(MIB)} }`)],
  ['500 operations', query(times(500, (n) => `query Q${n} { needsSetUp }`))],
  ['500 variables', query(`query (${times(500, (n) => `$v${n}: Int`)}) { needsSetUp }`)],
  [
    'pages of pages',
    query(
      '{ smtpServers(first: 100) { nodes { tests(first: 100) { id by from to steps { name detail } } } } }',
    ),
  ],
  [
    'pages of pages by a variable',
    query(
      'query ($n: Int!) { smtpServers(first: $n) { nodes { tests(first: $n) { id by from to steps { name detail } } } } }',
      { n: 100 },
    ),
  ],
  [
    'pages of pages by the default of a variable',
    query(
      'query ($n: Int! = 100) { smtpServers(first: $n) { nodes { tests(first: $n) { id by from to steps { name detail } } } } }',
    ),
  ],
  ['a variable of 500,000 values', query(NEW_TOKEN, { scopes: Array(500_000).fill('EMAILS_READ') })],
  [
    'variables that nobody uses',
    query('{ needsSetUp }', Object.fromEntries(Array.from({ length: 100_001 }, (_, n) => [`v${n}`, n]))),
  ],
  [
    'the schema, deeper and deeper',
    query(`{ __schema { types { ${'fields { type { '.repeat(5)} name ${'} }'.repeat(5)} } } }`),
  ],
  ['the schema eleven times', query(`{ ${times(11, (n) => `a${n}: __schema { types { name } }`)} }`)],
];

export const attacks: Attack[] = [
  ...documents.map(([name, body]) => ({ name, body, status: 400 })),
  { name: 'a batch', body: `[${query('{ needsSetUp }')}, ${query('{ needsSetUp }')}]`, status: 400 },
  { name: 'a batch of 1,000', body: `[${Array(1000).fill(query('{ needsSetUp }')).join()}]`, status: 400 },
  { name: 'a body of 9 MiB', body: query('{ needsSetUp }', { x: 'x'.repeat(9 * MIB) }), status: 413 },
  {
    name: 'a body of 65 KiB of a stranger',
    body: query('{ needsSetUp }', { x: 'x'.repeat(65 * 1024) }),
    status: 413,
    isAnonymous: true,
  },
  { name: 'JSON of 100,000 brackets', body: '['.repeat(100_000), status: 400 },
  {
    name: 'JSON of nested objects',
    body: `{"query":"{needsSetUp}","variables":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)},"operationName":"x"}`,
    status: 400,
  },
  {
    name: 'a document known by its hash',
    body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'x'.repeat(64) } } }),
    status: 400,
  },
  { name: 'octets that are no text', body: new Uint8Array([0xff, 0xfe, 0x00, 0x7b]), status: 400 },
  {
    name: 'the schema for a stranger',
    body: query('{ __schema { types { name } } }'),
    status: 401,
    isAnonymous: true,
  },
  {
    name: 'a type of the schema for a stranger',
    body: query('{ __type(name: "User") { fields { name } } }'),
    status: 401,
    isAnonymous: true,
  },
  { name: 'a GET', body: '', method: 'GET', status: 405 },
  {
    name: 'a form with files',
    body: '--x\r\n\r\n--x--',
    status: 415,
    headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
  },
  {
    name: 'a simple form',
    body: 'query={needsSetUp}',
    status: 415,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  },
  {
    name: 'text that is JSON',
    body: query('{ needsSetUp }'),
    status: 415,
    headers: { 'Content-Type': 'text/plain' },
  },
  {
    name: 'a stream that is no JSON',
    body: query('subscription { testEmailProgress(watchId: "x") { name } }'),
    status: 415,
    headers: { 'Content-Type': 'text/plain', Accept: 'text/event-stream' },
  },
  {
    name: 'a subscription that is no stream',
    body: query('subscription { testEmailProgress(watchId: "x") { name } }'),
    status: 406,
  },
  {
    name: 'a page of another origin',
    body: query('{ needsSetUp }'),
    status: 403,
    headers: { Origin: 'https://evil.example.net' },
  },
];
