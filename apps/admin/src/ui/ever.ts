import { type Ref, ref, watch } from 'vue';

/** Whether something has ever been so. For what is made when it is first needed and then stays: a dialog, so that it can close as it likes. */
export function useEver(isSo: () => boolean): Readonly<Ref<boolean>> {
  const ever = ref(isSo());
  watch(isSo, (isSoNow) => (ever.value ||= isSoNow));
  return ever;
}
