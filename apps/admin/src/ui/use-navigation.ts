import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useMay } from '../features/access/index.ts';
import { navigation } from './navigation.ts';

/** The navigation of the person who is signed in. */
export function useNavigation() {
  const may = useMay();
  const route = useRoute();
  const router = useRouter();
  return computed(() =>
    navigation
      .map(({ title, entries }) => ({
        title,
        entries: entries
          .filter((entry) => router.hasRoute(entry.route) && may(entry.permission))
          .map((entry) => {
            const { path } = router.resolve({ name: entry.route });
            // "/" is the beginning of every path.
            const isHere = path === '/' ? route.path === '/' : `${route.path}/`.startsWith(`${path}/`);
            return { ...entry, path, isHere };
          }),
      }))
      .filter(({ entries }) => entries.length > 0),
  );
}
