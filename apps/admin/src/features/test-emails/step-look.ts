/** Icon and colour of what became of a step; always beside the word. */
export const stepLook = {
  WAITING: { icon: 'i-lucide-circle', class: 'text-muted' },
  RUNNING: { icon: 'i-lucide-loader-circle', class: 'text-info' },
  PASSED: { icon: 'i-lucide-circle-check', class: 'text-success' },
  WARNED: { icon: 'i-lucide-triangle-alert', class: 'text-warning' },
  FAILED: { icon: 'i-lucide-circle-x', class: 'text-error' },
  SKIPPED: { icon: 'i-lucide-circle-dashed', class: 'text-muted' },
};
