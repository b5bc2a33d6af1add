/**
 * What the API says in English, in another language. It goes by the stable code where there is one. Hints have none: they
 * go by the English sentence, one of a closed set, as in gettext. What is not found here is shown as the API says it.
 */
export interface ApiTexts {
  /** Of SMTP, by code. */
  failures: Readonly<Record<string, string>>;
  /** By the English sentence. */
  hints: Readonly<Record<string, string>>;
  /** Of one field, by "field.CODE" where the field matters, or else by "CODE". */
  problems: Readonly<Record<string, string>>;
  /** Of a whole request, by code. */
  refusals: Readonly<Record<string, string>>;
}

export interface ApiProblem {
  path: string;
  /** Absent = found by the panel, which has its own words. */
  code?: string;
  message: string;
}

export function problemWords({ path, code, message }: ApiProblem, texts: ApiTexts | null): string {
  if (code === undefined) return message;
  // "attachments[0].filename" is told as "attachments.filename": which one it is shows where it stands.
  const field = path.replaceAll(/\[\d+\]/g, '');
  return texts?.problems[`${field}.${code}`] ?? texts?.problems[code] ?? texts?.refusals[code] ?? message;
}
