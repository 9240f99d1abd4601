/** The places in a file that department.json chooses: sheets of a workbook, and paths in a JSON document. */
import { type Report, tableOf } from "../../diagnostics/index.ts";
import { isSameName, type RawFile, type RawNode, type RawTree, tablePlace } from "../../read/index.ts";
import { nearestName, type Text } from "../../records/index.ts";
import type { ListedSource } from "./reading-hints.ts";

/**
 * The tables and trees that are to be read of those that a department has; what is chosen and not there is reported. A
 * hidden sheet is read if it is chosen by name.
 */
export function chosenPlaces(
  files: readonly RawFile[],
  listed: readonly ListedSource[],
  report: Report,
): readonly RawFile[] {
  const choices = listed.filter(({ paths, sheets }) => paths.length + sheets.length > 0);
  const chosen = choices.flatMap(({ name, paths, sheets }) => {
    const own = files.filter(({ file }) => isSameName(file, name.text));
    const tables = own.flatMap((file) => (file.kind === "table" ? [file] : []));
    const trees = own.flatMap((file) => (file.kind === "tree" ? [file] : []));
    const names = tables.flatMap(({ sheet }) => sheet ?? []);
    for (const { text, at } of own.length === 0
      ? []
      : sheets.filter((one) => !names.some((sheet) => isSameName(sheet, one.text))))
      report({
        code: "sheet-not-found",
        at,
        found: text,
        args: { sheet: text, file: name.text, sheets: names },
      });
    return [
      ...tables.filter(({ sheet }) => sheets.some(({ text }) => isSameName(sheet ?? "", text))),
      ...trees.flatMap((tree) => paths.flatMap((path) => treeAt(tree, path, report) ?? [])),
      ...(own.length > 0 && trees.length === 0
        ? paths.flatMap((path) => missing(path, [], name.text, report))
        : []),
    ];
  });
  const others = files.filter(({ file }) => !choices.some(({ name }) => isSameName(file, name.text)));
  const isHidden = (file: RawFile) => file.kind === "table" && file.hidden === true;
  for (const sheet of others.filter(isHidden))
    report({ code: "sheet-hidden", at: tablePlace(sheet), args: {} });
  return [...others.filter((file) => !isHidden(file)), ...chosen];
}

function treeAt(tree: RawTree, path: Text, report: Report): RawTree | undefined {
  let node: RawNode | undefined = tree.root;
  for (const part of partsOf(path.text)) node = node && childAt(node, part);
  if (node === undefined) missing(path, pathsIn(tree.root, ""), tableOf(tablePlace(tree)), report);
  return node && { ...tree, root: node };
}

function missing(path: Text, known: readonly string[], file: string, report: Report): readonly never[] {
  const nearest = nearestName(
    path.text.startsWith("/") ? path.text : `/${partsOf(path.text).join("/")}`,
    known,
  );
  report({ code: "path-not-found", at: path.at, found: path.text, args: { path: path.text, file, nearest } });
  return [];
}

/** `/data/records` as in messages, and `data.records[0]` as programmers write it. */
function partsOf(path: string): readonly string[] {
  if (path.startsWith("/"))
    return path
      .slice(1)
      .split("/")
      .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const plain = path.replace(/^\$?\.?/u, "").replace(/\[["']?([^\]"']*)["']?\]/gu, ".$1");
  return plain === "" ? [] : plain.split(".").filter((part) => part !== "");
}

function childAt(node: RawNode, part: string): RawNode | undefined {
  if (node.kind === "object") return node.entries.find(({ key }) => key === part)?.value;
  return node.kind === "list" && /^\d+$/u.test(part) ? node.items[Number(part)] : undefined;
}

/** The paths of lists and objects outside lists, which are those that somebody may have meant. */
function pathsIn(node: RawNode, path: string): readonly string[] {
  if (node.kind !== "object") return node.kind === "list" ? [path] : [];
  return [path, ...node.entries.flatMap(({ key, value }) => pathsIn(value, `${path}/${key}`))].filter(
    (one) => one !== "",
  );
}
