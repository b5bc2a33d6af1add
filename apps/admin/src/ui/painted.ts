/** Resolves when the page shows what was changed, so that what takes long can follow an answer instead of delaying it. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
