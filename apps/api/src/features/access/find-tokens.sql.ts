import { entityColumns } from '../../database/entity-columns.ts';
import type { Queryable } from '../../database/sql-pool.ts';
import type { ApiToken } from './api-token.ts';
import { ApiTokenEntity } from './api-token.entity.ts';
import type { Role } from './user.ts';

/** A token, revoked or expired ones too, and what its maker is by now. */
export interface KnownToken extends ApiToken {
  secretHash: Buffer;
  makerId: string;
  revokedAt: Date | null;
  makerRole: Role;
  isMakerDisabled: boolean;
}

const FIND = `
  SELECT ${entityColumns(ApiTokenEntity, 'token')}, token.secret_hash AS "secretHash",
         maker.role AS "makerRole", maker.is_disabled AS "isMakerDisabled"
    FROM api_token token JOIN user_account maker ON maker.id = token.maker_id
   WHERE token.secret_hash = ANY($1::bytea[])`;

export async function findTokens(db: Queryable, secretHashes: readonly Buffer[]): Promise<KnownToken[]> {
  const values = [secretHashes];
  return (await db.query<KnownToken>({ name: 'find-tokens', text: FIND, values })).rows;
}
