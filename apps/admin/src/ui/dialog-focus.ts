/** For the `content` of a dialog: opens with the focus in its first password instead of on the button that closes it. */
export const focusPassword = {
  onOpenAutoFocus(event: Event) {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    event.preventDefault();
    target.querySelector<HTMLElement>('input[autocomplete$=password]')?.focus();
  },
};
