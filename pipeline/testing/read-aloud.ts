/** The bytes of a tagged PDF → what a reader aloud would say, as pdfjs finds it: text in elements, artefacts left out. */
import { getDocument, type PDFPageProxy, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A text, and the type of the element that holds it. */
export type Spoken = { readonly role: string; readonly text: string };

/** Page by page, in the order of the structure tree. */
export async function readAloud(bytes: Uint8Array): Promise<readonly (readonly Spoken[])[]> {
  // pdfjs takes the memory it is given away from its owner.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  try {
    const pages: (readonly Spoken[])[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      pages.push(spokenIn(await page.getStructTree(), { role: "", texts: await textsOf(page) }));
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

/** By the name that pdfjs gives a content with a number. */
async function textsOf(page: PDFPageProxy): Promise<ReadonlyMap<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    if ("str" in item) {
      const within = open.at(-1) ?? "";
      texts.set(within, (texts.get(within) ?? "") + item.str);
    } else if (item.type === "endMarkedContent") open.pop();
    else open.push(item.id ?? "");
  }
  return texts;
}

type Within = { readonly role: string; readonly texts: ReadonlyMap<string, string> };

function spokenIn(node: unknown, { role, texts }: Within): readonly Spoken[] {
  if (typeof node !== "object" || node === null) return [];
  if ("type" in node && node.type === "content" && "id" in node)
    return [{ role, text: texts.get(String(node.id)) ?? "" }];
  const own = "role" in node ? String(node.role) : role;
  const kids: readonly unknown[] = "children" in node && Array.isArray(node.children) ? node.children : [];
  return kids.flatMap((kid) => spokenIn(kid, { role: own, texts }));
}
