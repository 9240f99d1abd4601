/** The parts of a package as docx writes it → the same without those that no document of ours refers to. */

const contentTypes = "[Content_Types].xml";

/** Notes, lists, theme and properties: docx writes them into every package. */
const unused: ReadonlySet<string> = new Set([
  "docProps/custom.xml",
  "word/endnotes.xml",
  "word/footnotes.xml",
  "word/numbering.xml",
  "word/theme/theme1.xml",
]);

type Parts = ReadonlyMap<string, string>;

/** Throws if the document refers to notes or lists. */
export function withoutUnused(parts: Parts): Parts {
  const used = /<w:(?:numId|footnoteReference|endnoteReference)\b/u.exec(
    parts.get("word/document.xml") ?? "",
  );
  if (used !== null) throw new Error(`docx wrote ${used[0]}, which refers to a part that is left out`);
  const left = [...parts].filter(([path, text]) => !isUnused(path) && !hasNothingRelated(path, text));
  return new Map(
    left.map(([path, text]) => [path, path === contentTypes || isRels(path) ? trimmed(text) : text]),
  );
}

const isRels = (path: string): boolean => path.endsWith(".rels");

/** Of the relationships of a part, the part. */
function isUnused(path: string): boolean {
  return unused.has(path.replace(/_rels\/([^/]+)\.rels$/u, "$1"));
}

function hasNothingRelated(path: string, text: string): boolean {
  return isRels(path) && !text.includes("<Relationship ");
}

/** Without what is said of parts that are left out. */
function trimmed(text: string): string {
  const names = [...unused].map((path) => path.replace(/^(?:word|docProps)\//u, "").replace(/\./gu, "\\."));
  const of = new RegExp(`<(?:Override|Relationship) [^>]*"[^"]*\\b(?:${names.join("|")})"[^>]*/>`, "gu");
  return text.replace(of, "");
}
