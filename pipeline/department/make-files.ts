/** A rendered report → its files, read back: what is needed for it is loaded when there is something to make. */
import type { RenderedReport } from "../compose/index.ts";
import type { ReadBack, ReadBackOptions, Verification } from "./read-back.ts";
import type { JoinedParts } from "./typeset-document.ts";
import { unsetCharacters } from "./unset-characters.ts";

/** The typesetter with its libraries is loaded only if pages are made. */
export const loadTypesetter = () => import("./typeset-document.ts");

/** The readers of written files are, too. */
export const loadReadBack = () => import("./read-back.ts");

/** What the files say otherwise than was rendered. */
export async function verified(
  rendered: RenderedReport,
  { file, findings: found }: Pick<JoinedParts, "file" | "findings">,
  {
    verification,
    ...options
  }: { readonly verification: Verification } & Pick<ReadBackOptions, "wanted" | "parts">,
): Promise<ReadBack> {
  if (file === undefined || verification === "none") return { findings: [] };
  const { readBack } = await loadReadBack();
  return readBack(rendered, file.files, { ...options, verification, missing: unsetCharacters(found) });
}
