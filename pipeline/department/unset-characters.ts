/** What layout found → the characters that it could not set, for each of which the PDF shows 〓. */

/** As layout says it, or as a list of findings keeps it. */
type Said = { readonly code: string; readonly args: Readonly<Record<string, unknown>> };

export function unsetCharacters(findings: readonly Said[]): ReadonlySet<string> {
  const said = findings.flatMap(({ code, args: { character, characters } }) =>
    code === "glyph-missing" ? [character] : code === "script-not-set" ? [characters] : [],
  );
  return new Set(said.flatMap((one) => (typeof one === "string" ? Array.from(one) : [])));
}
