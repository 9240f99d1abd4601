/** A document's headings and characters → what it may claim to be. Whatever else the standards ask, the writer always does. */
import type { LaidFrame } from "../../layout/index.ts";
import type { DrawnCharacters } from "./coded-fonts.ts";
import type { Claims } from "./xmp.ts";

/**
 * PDF/UA-1 wants a title (7.1) and headings that skip no level (7.4.2), PDF/A-2a a meaning for each character of a
 * private use area (ISO 19005-2, 6.2.11.7.3), which the data does not give.
 */
export function claimsOf(
  { document, headings }: Pick<LaidFrame, "document" | "headings">,
  characters: readonly DrawnCharacters[],
): Claims {
  const privateUse = characters.some((drawn) => Object.values(drawn).some((text) => /\p{Co}/u.test(text)));
  return {
    conformance: privateUse ? "U" : "A",
    accessible:
      document.title !== "" && headings.every(({ level }, at) => level <= 1 + levelOf(headings[at - 1])),
  };
}

function levelOf(heading: LaidFrame["headings"][number] | undefined): number {
  return heading?.level ?? 0;
}
