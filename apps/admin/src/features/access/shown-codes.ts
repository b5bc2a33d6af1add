import { readonly, ref, shallowRef } from 'vue';

/** Recovery codes while they are shown, once. They stay while their dialog closes. */
export function useShownCodes() {
  const codes = shallowRef<readonly string[]>([]);
  const areShown = ref(false);
  return {
    codes: readonly(codes),
    areShown: readonly(areShown),
    show(fresh: readonly string[]) {
      codes.value = fresh;
      areShown.value = true;
    },
    forget() {
      areShown.value = false;
      codes.value = [];
    },
  };
}
