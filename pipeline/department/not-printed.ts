/** What layout found → what the pages do not show as it was given: characters, each shown as 〓, and ends of texts. */
import type { CutText } from "../verify/index.ts";

/** As layout says it, or as a list of findings keeps it. */
type Said = { readonly code: string; readonly args: Readonly<Record<string, unknown>> };

export type LeftUnprinted = {
  /** Characters that no font has, which are drawn as another. */
  readonly missing: ReadonlySet<string>;
  readonly cut: readonly CutText[];
};

export function notPrinted(findings: readonly Said[]): LeftUnprinted {
  return { missing: unsetCharacters(findings), cut: cutTexts(findings) };
}

export function unsetCharacters(findings: readonly Said[]): ReadonlySet<string> {
  const said = findings.flatMap(({ code, args: { character, characters } }) =>
    code === "glyph-missing" ? [character] : code === "script-not-set" ? [characters] : [],
  );
  return new Set(said.flatMap((one) => (typeof one === "string" ? Array.from(one) : [])));
}

export function cutTexts(findings: readonly Said[]): readonly CutText[] {
  return findings.flatMap(({ code, args: { text, shown } }) =>
    code === "text-cut" && typeof text === "string" && typeof shown === "number" ? [{ text, shown }] : [],
  );
}
