/** What an administrator may do to a user, each in a dialog of its own. */
export type UserAct = 'EDIT' | 'RESET_PASSWORD' | 'RESET_SECOND_FACTOR' | 'DISABLE' | 'ENABLE';
