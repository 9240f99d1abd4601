/** What makes a value → the same, made at most once. */

/** Makes a part of a view when a template first asks for it. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
