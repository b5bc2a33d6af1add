export interface SetUp {
  setupToken: string;
  email: string;
  name: string;
  password: string;
}

export interface SignIn {
  email: string;
  password: string;
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
