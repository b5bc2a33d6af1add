/**
 * `now` with everything in it that equals what was there `before`, the objects of before: what did not change is then seen not to have,
 * and is not drawn again. Of data as JSON has it; an object of a list is compared with the one that had its id, or else its place.
 */
export function keepEqual<Value>(before: unknown, now: Value): Value {
  if (!isObject(before) || !isObject(now) || Array.isArray(before) !== Array.isArray(now)) return now;
  const counterpart = Array.isArray(before)
    ? (key: string, value: unknown) => withSameId(before, value) ?? before[Number(key)]
    : (key: string) => before[key];
  const kept = Object.entries(now).map(
    ([key, value]) => [key, keepEqual(counterpart(key, value), value)] as const,
  );
  if (kept.length === Object.keys(before).length && kept.every(([key, value]) => value === before[key]))
    return before as Value;
  return (Array.isArray(now) ? kept.map(([, value]) => value) : Object.fromEntries(kept)) as Value;
}

function withSameId(list: readonly unknown[], value: unknown): unknown {
  const id = isObject(value) ? value['id'] : undefined;
  return id === undefined ? undefined : list.find((each) => isObject(each) && each['id'] === id);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
