/**
 * For a DataLoader that gathers what many requests ask for: until the sockets that have something to read have been read. Nothing is
 * remembered.
 */
export const ONE_MOMENT = {
  cache: false,
  batchScheduleFn: (load: () => void) => {
    setImmediate(load);
  },
} as const;
