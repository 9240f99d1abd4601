/** The same work as a function that does it once for each distinct text; what it remembers goes with the function. */
export function perText<Result, OfText extends string = string>(
  work: (text: OfText) => Result,
): (text: OfText) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.result;
    const result = work(text);
    known.set(text, { result });
    return result;
  };
}
