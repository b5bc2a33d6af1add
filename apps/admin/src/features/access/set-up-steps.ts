/** The way from nothing to a working server, in order, with the route that shows each step. */
export const setUpSteps = [
  { name: 'administrator', route: 'set-up' },
  { name: 'server', route: 'set-up-server' },
  { name: 'test', route: 'set-up-test' },
  { name: 'done', route: 'set-up-done' },
] as const;
