import { GraphQLError } from 'graphql';

/** One page of a list that grows: keyset paging (Relay connections), so that a page costs the same wherever it lies. */
export interface Page<Node> {
  nodes: Node[];
  /** With a cursor of each, for who asks. */
  edges: () => { cursor: string; node: Node }[];
  pageInfo: PageInfo;
}

export interface CountedPage<Node> extends Page<Node> {
  /** Of the whole list, for who asks. */
  countAll: () => Promise<number>;
}

export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

/** Where a page begins: behind the row with these key values. */
export type Keyset = readonly string[];

const LARGEST_PAGE = 100;

/** `rows` holds one row more than `first` where there is a next page. */
export function pageOf<Node>(
  rows: Node[],
  request: { first: number; after: Keyset | null },
  keyOf: (node: Node) => Keyset,
): Page<Node> {
  const nodes = rows.slice(0, request.first);
  const cursorOf = (node: Node) => encodeCursor(keyOf(node));
  const [first, last] = [nodes.at(0), nodes.at(-1)];
  return {
    nodes,
    edges: () => nodes.map((node) => ({ cursor: cursorOf(node), node })),
    pageInfo: {
      hasNextPage: rows.length > request.first,
      hasPreviousPage: request.after !== null,
      startCursor: first === undefined ? null : cursorOf(first),
      endCursor: last === undefined ? null : cursorOf(last),
    },
  };
}

export function encodeCursor(key: Keyset): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Throws BAD_USER_INPUT for a page size out of range or a cursor that did not come from this list. */
export function readPageRequest(
  args: { first: number; after?: string | null },
  keyLength: number,
): { first: number; after: Keyset | null } {
  checkPageSize(args.first);
  if (args.after === undefined || args.after === null) return { first: args.first, after: null };
  const key = decodeCursor(args.after);
  if (key?.length !== keyLength)
    throw badPage('"after" is not a cursor of this list: use endCursor of a page of it.');
  return { first: args.first, after: key };
}

/** Throws BAD_USER_INPUT for a page size out of range. */
export function checkPageSize(first: number): void {
  if (first < 1 || first > LARGEST_PAGE) throw badPage(`"first" must be from 1 to ${String(LARGEST_PAGE)}.`);
}

function decodeCursor(cursor: string): Keyset | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(key) && key.every((part) => typeof part === 'string' && !part.includes('\0'))
      ? key
      : null;
  } catch {
    return null;
  }
}

function badPage(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
