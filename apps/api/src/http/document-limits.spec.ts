import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, getIntrospectionQuery, getOperationAST, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { documentCost } from './document-cost.ts';
import { DocumentLimits } from './document-limits.ts';
import { printGraphqlSchema } from './graphql-schema.ts';

const schema = buildSchema(printGraphqlSchema());
const limits = new DocumentLimits(schema);
const panel = fileURLToPath(new URL('../../../admin/src/', import.meta.url));

describe('what real clients send passes', () => {
  /** The panel's documents, each with the fragments that it uses, as its client sends them. */
  const texts = readdirSync(panel, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => readFileSync(`${panel}/${file}`, 'utf8'));
  const definitions = texts.flatMap((text) => parse(text).definitions);
  const operations = definitions.flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? [node] : []));
  const source = (node: { loc?: { source: { body: string }; start: number; end: number } | undefined }) =>
    node.loc?.source.body.slice(node.loc.start, node.loc.end) ?? '';

  function withFragments(text: string, known = new Set<string>()): string {
    const spreads = [...text.matchAll(/\.\.\.([A-Za-z]\w*)/g)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'on');
    return spreads.reduce((all, name) => {
      if (known.has(name)) return all;
      known.add(name);
      const fragment = definitions.find(
        (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name,
      );
      return fragment ? `${all}\n${withFragments(source(fragment), known)}` : all;
    }, text);
  }

  it('finds the documents of the panel', () => {
    expect(operations.length).toBeGreaterThan(20);
  });

  it.each(operations.map((node) => [node.name?.value ?? '', node] as const))('%s of the panel', (_, node) => {
    const query = withFragments(source(node));
    expect(limits.check({ query, variables: { first: 100 } })).toMatchObject({ asksForSchema: false });
  });

  it('GraphiQL asking for the schema', () => {
    const query = getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true, specifiedByUrl: true });
    expect(limits.check({ query })).toMatchObject({ asksForSchema: true });
  });

  it('a page of 100 emails with everything', () => {
    const query = `query Emails($filter: EmailFilter) { emails(first: 100, filter: $filter) { nodes { id state from to cc bcc subject messageId
      recipients { address state reply failure { code message hint } } attachments { id filename sizeBytes }
      attempts { number startedAt durationMs reply failure { code } } } pageInfo { hasNextPage endCursor } } }`;
    expect(limits.check({ query })).toHaveProperty('timeLimitMs', 10_000);
  });

  it('500 emails in one mutation: what is sent costs nothing', () => {
    const query =
      'mutation ($inputs: [SendEmailInput!]!) { sendEmails(inputs: $inputs) { __typename ... on Email { id } ... on Refusal { code message } } }';
    const one = documentCost(schema, parse(query), getOperationAST(parse(query))!, { inputs: [{}] });
    const inputs = Array.from({ length: 500 }, () => ({ to: ['ada@example.org'] }));
    expect(documentCost(schema, parse(query), getOperationAST(parse(query))!, { inputs })).toBe(one);
    expect(limits.check({ query, variables: { inputs } })).not.toHaveProperty('refused');
  });
});

describe('what an answer may hold', () => {
  const cost = (query: string, variables = {}) =>
    documentCost(schema, parse(query), getOperationAST(parse(query))!, variables);

  it.each([
    ['{ needsSetUp }', 1],
    ['{ viewer { user { id name } } }', 4],
    ['{ smtpServers(first: 10) { nodes { id } } }', 1 + 10 * (1 + 1)],
    ['{ smtpServers { totalCount } }', 1 + 50],
    ['{ smtpServers(first: 3) { nodes { tests(first: 7) { id } } } }', 1 + 3 * (1 + (1 + 7))],
    ['{ trustedCertificates { id } }', 1 + 10],
    ['{ ...F ...F } fragment F on Query { needsSetUp }', 2],
    ['{ ... on Query { needsSetUp } ... { needsSetUp } }', 2],
    ['{ smtpServers(first: -5) { totalCount } }', 2],
  ])('%s: %d', (query, expected) => {
    expect(cost(query)).toBe(expected);
  });

  it('follows "first" through a variable', () => {
    const query = 'query ($n: Int!) { smtpServers(first: $n) { totalCount } }';
    expect([cost(query, { n: 4 }), cost(query, {})]).toEqual([5, 51]);
    expect(cost(query.replace('Int!', 'Int! = 100'), {})).toBe(101);
  });
});

describe('the time of an execution', () => {
  it.each([
    ['{ needsSetUp }', 10_000],
    ['mutation { sendTestEmail(input: {from: "a", to: "b"}) { __typename } }', 200_000],
    ['mutation { a: sendTestEmail(input: {from: "a", to: "b"}) { __typename } signOut { ok } }', 200_000],
  ])('of %s is %d ms', (query, timeLimitMs) => {
    expect(limits.check({ query })).toMatchObject({ timeLimitMs });
  });
});
