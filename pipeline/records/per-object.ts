/** The same work as a function that does it once for each object; what it remembers goes with the object. */
export function perObject<Of extends object, Result>(work: (of: Of) => Result): (of: Of) => Result {
  const known = new WeakMap<Of, { readonly result: Result }>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before.result;
    const result = work(of);
    known.set(of, { result });
    return result;
  };
}
