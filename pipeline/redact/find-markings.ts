/** What was read of a department → each cell with a marking of secrecy, read or not: with one, nothing is published. */
import { isLevelHeader, markingIn, saysNoLevel } from "../check/index.ts";
import { type Place, tableOf } from "../diagnostics/index.ts";
import { cellPlace, type RawFile, type RawNode, type RawTable, type RawTree } from "../read/index.ts";
import { type Project, valuesOfProject } from "../records/index.ts";

export type Marking = { readonly at: Place; readonly marking: string };

type Searched = {
  readonly files: readonly RawFile[];
  readonly departmentFile: RawTree | undefined;
  /** Those that are published, and those that are left out with all their markings. */
  readonly shown: readonly Project[];
  readonly leftOut: readonly Project[];
};

export function findMarkings({ files, departmentFile, shown, leftOut }: Searched): readonly Marking[] {
  const isLeftOut = placesOf(leftOut, shown);
  const all = [...files, ...(departmentFile === undefined ? [] : [departmentFile])];
  const found = all.flatMap((file) => [
    ...inName(file),
    ...(file.kind === "table" ? inTable(file) : inTree(file.root)),
  ]);
  return found.filter(({ at }) => !isLeftOut(at));
}

function* inName(file: RawFile): Generator<Marking> {
  const sheet = file.kind === "table" ? file.sheet : undefined;
  const at = { kind: "file", file: file.file, ...(sheet !== undefined && { sheet }) } as const;
  for (const name of [file.file.replace(/\.[^.]*$/u, ""), sheet ?? ""]) {
    const marking = markingIn(name);
    if (marking !== undefined) yield { at, marking };
  }
}

function* inTable(table: RawTable): Generator<Marking> {
  const levels = new Set<number>();
  for (const { row, cells } of table.rows)
    for (const [column, text] of cells.entries()) {
      if (text === "") continue;
      if (isLevelHeader(text)) levels.add(column);
      const marking =
        markingIn(text) ??
        (levels.has(column) && !isLevelHeader(text) && !saysNoLevel(text) ? text.trim() : undefined);
      if (marking !== undefined) yield { at: cellPlace(table, row, column), marking };
    }
}

/** Settings of department.json that speak of markings. */
const settings = /^\/(?:忽略|ignored|公开稿|public|规则|rules)(?:\/|$)/u;

function* inTree(node: RawNode, key = ""): Generator<Marking> {
  if (settings.test(node.at.pointer)) return;
  if (node.kind === "list") for (const item of node.items) yield* inTree(item, key);
  else if (node.kind === "object") for (const entry of node.entries) yield* inTree(entry.value, entry.key);
  else if (node.kind === "text") {
    const marking =
      markingIn(node.text) ?? (isLevelHeader(key) && !saysNoLevel(node.text) ? node.text.trim() : undefined);
    if (marking !== undefined) yield { at: node.at, marking };
  }
}

/** The rows that a project is given in; its object; a whole table that is of no other project. */
function placesOf(leftOut: readonly Project[], shown: readonly Project[]): (at: Place) => boolean {
  const rows = new Set<string>();
  const pointers = new Set<string>();
  const tables = new Set<string>();
  for (const project of leftOut)
    for (const at of placesIn(project)) {
      tables.add(tableOf(at));
      if (at.kind === "cell") rows.add(`${tableOf(at)} ${at.row}`);
    }
  for (const { at } of leftOut) if (at.kind === "json") pointers.add(`${at.file} ${at.pointer}`);
  for (const project of shown) for (const at of placesIn(project)) tables.delete(tableOf(at));
  return (at) => {
    if (tables.has(tableOf(at))) return true;
    if (at.kind === "cell") return rows.has(`${tableOf(at)} ${at.row}`);
    if (at.kind !== "json") return false;
    const parts = at.pointer.split("/");
    return parts.some((_, length) => pointers.has(`${at.file} ${parts.slice(0, length).join("/")}`));
  };
}

function* placesIn(project: Project): Generator<Place> {
  yield project.at;
  for (const { value } of valuesOfProject(project)) yield value.at;
}
