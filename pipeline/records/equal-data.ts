/** Whether plain data, as records and what is read on the way to them, say the same. */

/** Of maps and sets in the order of what is in them; `compared`: what is known to be equal, and to what. */
export function isEqual(one: unknown, other: unknown, compared?: ReadonlyMap<unknown, unknown>): boolean {
  if (Object.is(one, other) || (compared !== undefined && compared.get(other) === one)) return true;
  if (one instanceof Map) return other instanceof Map && isEqual([...one], [...other], compared);
  if (one instanceof Set) return other instanceof Set && isEqual([...one], [...other], compared);
  if (Array.isArray(one))
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isEqual(item, other[index], compared))
    );
  if (!isObject(one) || !isObject(other)) return false;
  let keys = 0;
  for (const key in one) {
    if (!Object.hasOwn(other, key) || !isEqual(one[key], other[key], compared)) return false;
    keys += 1;
  }
  return keys === Object.keys(other).length;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  const isCollection = Array.isArray(value) || value instanceof Map || value instanceof Set;
  return typeof value === "object" && value !== null && !isCollection;
}
