import type { ApiToken } from './api-token.ts';
import type { Permission } from './permission.ts';
import type { Role } from './user.ts';

export interface SetUp {
  setupToken: string;
  email: string;
  name: string;
  password: string;
}

export interface SignIn {
  email: string;
  password: string;
  /** A one-time code or a recovery code, of whoever has a second factor. */
  code?: string | null;
}

export interface AddUser {
  email: string;
  name: string;
  role: Role;
  password: string;
  /** true = the person has to choose another one at the first sign-in. */
  isPasswordTemporary?: boolean | null;
}

/** A field that was left out stays as it is; none of them can be null. */
export interface UpdateUser {
  id: string;
  name?: string | null;
  role?: Role | null;
  isDisabled?: boolean | null;
  password?: string | null;
  /** Of a password that comes with it: true = the person has to choose another one at the next sign-in. */
  isPasswordTemporary?: boolean | null;
  /** true = takes the second factor away. */
  resetSecondFactor?: boolean | null;
  /** true = signs the user out everywhere. */
  endSessions?: boolean | null;
}

export interface ChangeOwnPassword {
  currentPassword: string;
  newPassword: string;
}

/** Exactly one of the two. */
export interface Reauthenticate {
  password?: string | null;
  code?: string | null;
}

export interface CreateApiToken {
  name: string;
  scopes: Permission[];
  /** null or absent = every server; [] is refused. */
  serverIds?: string[] | null;
  /** null or absent = any sender; [] is refused. */
  allowedFrom?: string[] | null;
  expiresAt?: Date | null;
}

export interface CreatedApiToken {
  apiToken: ApiToken;
  /** Told this once; nothing that is stored gives it back. */
  secret: string;
}

export interface WrongCredentials {
  refusal: 'WrongCredentials';
  code: 'WRONG_CREDENTIALS';
  message: string;
}

export interface AlreadySetUp {
  refusal: 'AlreadySetUp';
  code: 'ALREADY_SET_UP';
  message: string;
}

export interface LastAdministrator {
  refusal: 'LastAdministrator';
  code: 'LAST_ADMINISTRATOR';
  message: string;
}

export interface PasswordExpired {
  refusal: 'PasswordExpired';
  code: 'PASSWORD_EXPIRED';
  message: string;
}

export interface SecondFactorRequired {
  refusal: 'SecondFactorRequired';
  code: 'SECOND_FACTOR_REQUIRED';
  message: string;
}

export interface ReauthenticationRequired {
  refusal: 'ReauthenticationRequired';
  code: 'REAUTHENTICATION_REQUIRED';
  message: string;
  /** Does the person have a second factor, so that a code will do as well as the password? */
  acceptsCode: boolean;
}

export function wrongCredentials(message: string): WrongCredentials {
  return { refusal: 'WrongCredentials', code: 'WRONG_CREDENTIALS', message };
}
