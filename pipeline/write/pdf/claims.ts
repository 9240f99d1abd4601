/** A document's headings, tables and characters → what it may claim to be. Whatever else the standards ask, the writer always does. */
import type { LaidFrame } from "../../layout/index.ts";
import type { DrawnCharacters } from "./coded-fonts.ts";
import type { PartTags } from "./tags.ts";
import type { Claims } from "./xmp.ts";

/** What of a part decides. */
export type Decisive = {
  readonly characters: DrawnCharacters;
  readonly tags: Pick<PartTags, "headed">;
  /** It has comments. */
  readonly annotated: boolean;
};

/**
 * PDF/UA-1 wants a title (7.1), headings that skip no level (7.4.2) and tables with header cells (7.5), which a form may
 * lack, and each annotation in the structure (7.18.1), which comments are not; PDF/A-2a a meaning for each character of
 * a private use area (ISO 19005-2, 6.2.11.7.3), which the data does not give.
 */
export function claimsOf(
  { document, headings }: Pick<LaidFrame, "document" | "headings">,
  parts: readonly Decisive[],
): Claims {
  const privateUse = parts.some(({ characters }) =>
    Object.values(characters).some((text) => /\p{Co}/u.test(text)),
  );
  const nested = headings.every(({ level }, at) => level <= 1 + (headings[at - 1]?.level ?? 0));
  const headed = parts.every(({ tags }) => tags.headed);
  return {
    conformance: privateUse ? "U" : "A",
    accessible: document.title !== "" && nested && headed && !parts.some(({ annotated }) => annotated),
  };
}
