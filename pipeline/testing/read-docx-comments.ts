/** A .docx → its comments, each with the text that it stands at. Knows nothing of how they were written. */
import { DOMParser, type Element } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";
import { childrenOf, descendantsOf, textOf } from "./read-docx-xml.ts";

export type DocxComment = { readonly author: string; readonly text: string; readonly on: string };

/** In the order of their ranges. Throws if a comment has no range and no reference, or a range no comment. */
export function readDocxComments(bytes: Uint8Array): readonly DocxComment[] {
  const parts = unzipSync(bytes);
  const partOf = (path: string): Element | undefined => {
    const part = parts[path];
    if (part === undefined) return undefined;
    return new DOMParser().parseFromString(strFromU8(part), "text/xml").documentElement ?? undefined;
  };
  const document = partOf("word/document.xml");
  if (document === undefined) throw new Error("the package has no document");
  const written = new Map(
    descendantsOf(partOf("word/comments.xml") ?? document, "w:comment").map((comment) => [
      idOf(comment),
      comment,
    ]),
  );
  const ranges = rangesOf(document);
  const references = descendantsOf(document, "w:commentReference").map(idOf);
  const ids = [...ranges.keys()];
  if (ids.join() !== references.join() || ids.length !== written.size)
    throw new Error(`${written.size} comments, ranges ${ids}, references ${references}`);
  return ids.map((id) => {
    const comment = written.get(id);
    if (comment === undefined) throw new Error(`no comment ${id}`);
    const lines = childrenOf(comment, "w:p").map(textOf);
    return {
      author: comment.getAttribute("w:author") ?? "",
      text: lines.join("\n"),
      on: ranges.get(id) ?? "",
    };
  });
}

function rangesOf(document: Element): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const open = new Set<string>();
  for (const element of [...document.getElementsByTagName("*")]) {
    if (element.tagName === "w:commentRangeStart") {
      open.add(idOf(element));
      texts.set(idOf(element), "");
    }
    if (element.tagName === "w:commentRangeEnd") open.delete(idOf(element));
    if (element.tagName === "w:t")
      for (const id of open) texts.set(id, (texts.get(id) ?? "") + (element.textContent ?? ""));
  }
  if (open.size > 0) throw new Error(`ranges ${[...open]} have no end`);
  return texts;
}

function idOf(element: Element): string {
  return element.getAttribute("w:id") ?? "";
}
