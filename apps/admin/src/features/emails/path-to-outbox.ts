/** The outbox as someone left it for this page, with its filter; or the whole of it. */
export function pathToOutbox(): string {
  const { back } = window.history.state as { back?: unknown };
  return typeof back === 'string' && /^\/outbox(\?|$)/.test(back) ? back : '/outbox';
}
