/** Raw files → the same without copies: files that say the same, whatever their names, encodings and layout. */
import { type Report, tableOf } from "../diagnostics/index.ts";
import { type RawFile, type RawNode, type RawTable, tablePlace } from "../read/index.ts";
import { groupBy } from "../records/index.ts";

/** Of files that say the same, the one with the shortest name is read: a copy's name has something added to it. */
export function setAsideCopies(files: readonly RawFile[], report: Report): readonly RawFile[] {
  // What files say is only put side by side if they are as long as each other.
  const alike = [...groupBy(files, lengthOf).values()].filter((group) => group.length > 1).flat();
  if (alike.length === 0) return files;
  const kept = new Map<string, RawFile>();
  const contents = new Map(alike.map((file) => [file, contentOf(file)] as const));
  for (const file of alike.toSorted((one, other) => one.file.length - other.file.length)) {
    const content = contents.get(file) ?? "";
    if (!kept.has(content)) kept.set(content, file);
  }
  return files.filter((file) => {
    const original = kept.get(contents.get(file) ?? "") ?? file;
    if (original === file) return true;
    report({ code: "file-copied", at: tablePlace(file), args: { other: tableOf(tablePlace(original)) } });
    return false;
  });
}

function lengthOf(file: RawFile): string {
  return file.kind === "tree" ? "tree" : `${filledRows(file).length} rows`;
}

/** What a file says as one text. An empty one is no copy of another empty one. */
function contentOf(file: RawFile): string {
  if (file.kind === "tree") return JSON.stringify(plain(file.root));
  const filled = filledRows(file).map(({ cells }) =>
    cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1),
  );
  return filled.length === 0 ? tableOf(tablePlace(file)) : JSON.stringify(filled);
}

function filledRows({ rows }: RawTable) {
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
}

/** Without places; a number stays apart from a text with the same digits. */
function plain(node: RawNode): unknown {
  switch (node.kind) {
    case "list":
      return node.items.map(plain);
    case "object":
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
    case "boolean":
      return node.value;
    case "null":
      return null;
    case "text":
      return node.text;
    case "number":
      return { number: node.text };
  }
}
