/** Laid document → the bytes of a .docx: each section a part, and all of them joined. */
import { frameOf, type LaidDocument } from "../../layout/index.ts";
import { joinDocx } from "./join-docx.ts";
import { sectionsWithPages } from "./section.ts";
import { openDocxParts } from "./write-part.ts";

type WriteDocxOptions = { readonly createdAt: Date };

/** Writes a DOCX; equal documents and times give equal bytes. */
export async function writeDocx(laid: LaidDocument, { createdAt }: WriteDocxOptions): Promise<Uint8Array> {
  const sections = [...sectionsWithPages(laid).entries()].filter(([, { pages }]) => pages.length > 0);
  const writePart = openDocxParts(laid.document);
  const parts = sections.map(([section, { section: head, pages }], ordinal) => {
    const part = { section: head, opensSection: true, ordinal, pages };
    return { section, part: writePart(part) };
  });
  return joinDocx(frameOf(laid), parts, { createdAt });
}
