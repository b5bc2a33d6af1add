/** Names under which inputs carry what must not be copied: passwords, tokens, one-time codes. */
const secretName = /password|secret|token|code$/i;

/** The variables of a call with placeholders for secrets, "<password>", to be shown, copied and kept. */
export function withoutSecrets(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return secretName.test(name) ? `<${name}>` : value;
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutSecrets(item, key)]));
}
