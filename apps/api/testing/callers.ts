import { ADMINISTRATOR, GraphqlClient, type AppForTests } from './app-for-tests.ts';

export const SCOPES = [
  'SERVERS_READ',
  'SERVERS_WRITE',
  'SERVERS_TEST',
  'EMAILS_READ',
  'EMAILS_SEND',
  'EMAILS_MANAGE',
  'AUDIT_READ',
] as const;
export type Scope = (typeof SCOPES)[number];

/** What may stand in @Authorized. */
export type RuleName = Scope | 'ANYBODY' | 'CALLER' | 'PERSON' | 'ADMINISTRATOR';

/** On purpose written out a second time, as are the scopes: the service is held to this. */
const OF_ROLE: Record<'ADMIN' | 'OPERATOR' | 'VIEWER', readonly Scope[]> = {
  ADMIN: SCOPES,
  OPERATOR: ['SERVERS_READ', 'SERVERS_TEST', 'EMAILS_READ', 'EMAILS_SEND', 'EMAILS_MANAGE'],
  VIEWER: ['SERVERS_READ', 'EMAILS_READ'],
};

interface CallerKind {
  /** Of a person; a token has none. */
  role?: keyof typeof OF_ROLE;
  /** Has to choose a password first. */
  isPasswordTemporary?: true;
  scopes: readonly Scope[];
}

const NEW_ADMINISTRATOR = 'an ADMIN who has to choose a password first';

const KINDS: ReadonlyMap<string, CallerKind | null> = new Map<string, CallerKind | null>([
  ['nobody', null],
  ...(['ADMIN', 'OPERATOR', 'VIEWER'] as const).map(
    (role) => [role, { role, scopes: OF_ROLE[role] }] as const,
  ),
  [NEW_ADMINISTRATOR, { role: 'ADMIN', scopes: [], isPasswordTemporary: true }],
  ...SCOPES.map((scope) => [`a token for ${scope}`, { scopes: [scope] }] as const),
  ['a token for everything', { scopes: SCOPES }],
]);

/** Everybody who may come: nobody, each role, an administrator who was just made, a token for each scope, one for all of them. */
export const CALLERS = [...KINDS.keys()];

/** The code of the error that a caller is answered with; null = they may. */
export function refusalOf(name: string, rule: RuleName | undefined): 'UNAUTHENTICATED' | 'FORBIDDEN' | null {
  if (rule === 'ANYBODY') return null;
  const kind = KINDS.get(name);
  if (!kind) return 'UNAUTHENTICATED';
  const may =
    (rule === 'CALLER' && kind.isPasswordTemporary === undefined) ||
    (rule === 'PERSON' && kind.role !== undefined) ||
    (rule === 'ADMINISTRATOR' && kind.role === 'ADMIN' && kind.isPasswordTemporary === undefined) ||
    kind.scopes.some((scope) => scope === rule);
  return may ? null : 'FORBIDDEN';
}

/** Makes the callers of one app: `clientOf` begins a session of its own at each call, because some operations end it. */
export class Callers {
  private readonly app: AppForTests;
  private readonly admin: GraphqlClient;
  private readonly tokens = new Map<string, string>();

  constructor(app: AppForTests, admin: GraphqlClient) {
    this.app = app;
    this.admin = admin;
  }

  async prepare(): Promise<this> {
    for (const [name, kind] of KINDS) {
      if (!kind) continue;
      const { role, scopes, isPasswordTemporary } = kind;
      if (role === undefined) this.tokens.set(name, await tokenFor(this.admin, { scopes }));
      else
        await this.admin.field('mutation ($input: AddUserInput!) { addUser(input: $input) { __typename } }', {
          input: { ...personOf(name), name: 'Somebody', role, isPasswordTemporary },
        });
    }
    return this;
  }

  async clientOf(name: string): Promise<GraphqlClient> {
    const client = new GraphqlClient(this.app);
    if (KINDS.get(name)?.role !== undefined) return client.signIn(personOf(name));
    return Object.assign(client, { token: this.tokens.get(name) ?? null });
  }
}

function personOf(name: string): { email: string; password: string } {
  return { email: `${name.replaceAll(' ', '-')}@example.org`, password: ADMINISTRATOR.password };
}

/** The secret of a new token with these limits. */
export async function tokenFor(admin: GraphqlClient, limits: object): Promise<string> {
  const { secret } = await admin.field<{ secret: string }>(
    'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { __typename ... on CreatedApiToken { secret } } }',
    { input: { name: 'script', ...limits } },
  );
  return secret;
}
