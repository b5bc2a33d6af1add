import { type SmtpServerDraft, type SmtpServerField, changedFields } from './smtp-server-draft.ts';

export interface Merge {
  /** Changed by both sides, to different values: a person has to choose. */
  disputed: SmtpServerField[];
  /** Changed by the other side alone. */
  theirs: SmtpServerField[];
  /** My changes laid over theirs; disputed fields have mine. */
  draft: SmtpServerDraft;
}

/** Three-way merge of one form: `base` is what both sides started from. */
export function mergeDrafts(base: SmtpServerDraft, theirs: SmtpServerDraft, mine: SmtpServerDraft): Merge {
  const byThem = changedFields(base, theirs);
  const byMe = changedFields(base, mine);
  return {
    disputed: byMe.filter((field) => byThem.includes(field) && mine[field] !== theirs[field]),
    theirs: byThem.filter((field) => !byMe.includes(field)),
    draft: withFields(theirs, mine, byMe),
  };
}

/** `base`, with the named fields taken from `source`. */
export function withFields(
  base: SmtpServerDraft,
  source: SmtpServerDraft,
  fields: readonly SmtpServerField[],
): SmtpServerDraft {
  return { ...base, ...Object.fromEntries(fields.map((field) => [field, source[field]])) };
}
