/** Raw files → the same without copies: files that say the same, whatever their names, encodings and layout. */
import { type FilePlace, type Report, tableOf } from "../../diagnostics/index.ts";
import { isWordTable, type RawFile, type RawNode, type RawTable, tablePlace } from "../../read/index.ts";
import { groupBy } from "../../records/index.ts";

/** What is compared as one: a table, a tree, or all tables of a Word file, in which projects often have equal ones. */
type Unit = readonly [RawFile, ...RawFile[]];

/** Of files that say the same, the one with the shortest name is read: a copy's name has something added to it. */
export function setAsideCopies(files: readonly RawFile[], report: Report): readonly RawFile[] {
  const units = unitsOf(files);
  // What files say is only put side by side if they are as long as each other.
  const alike = [...groupBy(units, lengthOf).values()].filter((group) => group.length > 1).flat();
  if (alike.length === 0) return files;
  const kept = new Map<string, Unit>();
  const contents = new Map(alike.map((unit) => [unit, contentOf(unit)] as const));
  for (const unit of alike.toSorted(([one], [other]) => one.file.length - other.file.length)) {
    const content = contents.get(unit) ?? "";
    if (!kept.has(content)) kept.set(content, unit);
  }
  return units.flatMap((unit) => {
    const original = kept.get(contents.get(unit) ?? "") ?? unit;
    if (original === unit) return unit;
    const args = { other: nameOf(original) };
    report({ code: "file-copied", at: placeOf(unit), args });
    return [];
  });
}

function unitsOf(files: readonly RawFile[]): readonly Unit[] {
  const byKey = groupBy(files, (file) => (isWordTable(file) ? file.file : file));
  return [...byKey.values()].flatMap(([first, ...others]): readonly Unit[] =>
    first === undefined ? [] : [[first, ...others]],
  );
}

function placeOf([first]: Unit): FilePlace {
  return isWordTable(first) ? { kind: "file", file: first.file } : tablePlace(first);
}

function nameOf(unit: Unit): string {
  return tableOf(placeOf(unit));
}

function lengthOf(unit: Unit): string {
  return unit.map((file) => (file.kind === "tree" ? "tree" : `${filledRows(file).length} rows`)).join();
}

/** What a file says as one text. An empty one is no copy of another empty one. */
function contentOf(unit: Unit): string {
  return JSON.stringify(
    unit.map((file) => {
      if (file.kind === "tree") return plain(file.root);
      const filled = filledRows(file).map(({ cells }) =>
        cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1),
      );
      return filled.length === 0 ? nameOf(unit) : filled;
    }),
  );
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
