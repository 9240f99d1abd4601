/** Finds among a department's files the ones that are exports, before a form is chosen. */
import type { Report } from "../../diagnostics/index.ts";
import {
  isWordTable,
  type RawEntry,
  type RawFile,
  type RawTable,
  type RawTree,
  tablePlace,
} from "../../read/index.ts";
import { departmentKeys, groupBy } from "../../records/index.ts";
import type { Card, HalfCard } from "../cards/read-cards.ts";
import type { Vocabulary } from "../headers/match-header.ts";
import type { HeadedTable } from "../tables/find-header-row.ts";
import { messageOf, reportShortfalls, reportUnended } from "../trees/envelope.ts";
import { splitTree, type TreeParts } from "../trees/split-tree.ts";
import { type FoundInTables, findFormOverSheets, findInSheet, findInWordFile } from "./find-in-tables.ts";
import { garbledHeader } from "./garbled-text.ts";
import { mayBeExport } from "./may-be-export.ts";

export type Exports = {
  readonly tables: readonly HeadedTable[];
  /** Tables in which a form was filled in for each project. */
  readonly cards: readonly Card[];
  readonly trees: readonly { readonly file: string; readonly parts: TreeParts }[];
  /** What JSON exports say of the department itself. */
  readonly facts: readonly RawEntry[];
};

const departmentFileKeys = new Set<string>(Object.entries(departmentKeys).flat());

/** Files that are no export are reported: as findings if another file is one, otherwise as a failure. */
export function findExports(
  {
    folder,
    files,
    own,
    mayBeNone = false,
    lists = [],
  }: {
    readonly folder: string;
    readonly files: readonly RawFile[];
    readonly own: RawTree | undefined;
    /** Whether the department has something else to print. */
    readonly mayBeNone?: boolean;
    /** What the form that is named calls the lists that it may have. */
    readonly lists?: readonly string[];
  },
  vocabulary: Vocabulary,
  report: Report,
): Exports | undefined {
  const finds: FoundInTables[] = [];
  const trees: { file: string; parts: TreeParts }[] = [];
  const facts: RawEntry[] = [];
  const others: RawFile[] = [];
  const inForms = new Set<RawFile>();
  for (const sheets of groupBy(files.filter(isSheet), ({ file }) => file).values()) {
    const form = findFormOverSheets(sheets, vocabulary, report);
    if (form === undefined) continue;
    finds.push(form);
    for (const sheet of sheets) inForms.add(sheet);
  }
  for (const file of own === undefined ? files : [own, ...files]) {
    if (file.kind === "table") {
      if (isWordTable(file) || inForms.has(file)) continue;
      const found = findInSheet(file, vocabulary, report);
      if (found === undefined) others.push(file);
      else finds.push(found);
      continue;
    }
    const parts = splitTree(file, { vocabulary, report });
    const holds = parts.lists.length > 0;
    if (holds) trees.push({ file: file.file, parts });
    if (file === own) continue;
    if (!holds) others.push(file);
    else {
      facts.push(...parts.facts);
      reportUnused(parts.unused, report);
    }
  }
  for (const tables of groupBy(files.filter(isWordTable), ({ file }) => file).values())
    finds.push(findInWordFile(tables, vocabulary, report));
  const tables = finds.flatMap((one) => one.tables);
  const cards = finds.flatMap((one) => one.cards);
  const halves = finds.flatMap((one) => one.halves);
  const found = mayBeNone || tables.length + cards.length + trees.length > 0;
  const besideOthers = (half: HalfCard) =>
    half.isEmpty && cards.some(({ table }) => table.file === half.at.file);
  for (const half of halves) {
    if (besideOthers(half)) report({ code: "sheet-not-used", at: half.at, args: {} });
    else reportHalf(half, report);
  }
  const used = new Set(files.filter((file) => !others.includes(file)).map(({ file }) => file));
  let isGarbled = false;
  for (const other of others) {
    const at = tablePlace(other);
    const header = garbledHeader(other, vocabulary);
    if (header !== undefined) {
      const { at, garbled: found, ...args } = header;
      report({ code: "text-garbled", at, found, args: { ...args, garbled: found } });
      isGarbled = true;
      continue;
    }
    const message = other.kind === "tree" ? messageOf(other.root) : undefined;
    if (message !== undefined) {
      const { text: found } = message;
      report({ code: "answer-without-data", at: message.at, found, args: { message: found } });
      continue;
    }
    if (isDepartmentFile(other))
      report({ code: "department-file-misnamed", at, args: { beside: own !== undefined } });
    else if (used.has(other.file) && isNoteSheet(other, vocabulary))
      report({ code: "sheet-not-used", at, args: {} });
    else report({ code: "file-not-an-export", at, args: {} });
  }
  const answers = trees.map(({ parts }) => parts);
  reportShortfalls(
    answers.flatMap(({ counts }) => counts),
    report,
  );
  reportUnended(
    answers.flatMap(({ ends }) => ends),
    report,
  );
  if (!found && halves.length === 0 && !isGarbled)
    report({ code: "no-export", at: { kind: "file", file: folder }, args: { lists } });
  return found ? { tables, cards, trees, facts } : undefined;
}

function isSheet(file: RawFile): file is RawTable {
  return file.kind === "table" && file.sheet !== undefined && !isWordTable(file);
}

/** Explanations, a list of codes or of people: workbooks have such sheets beside their projects, and nobody takes them for any. */
function isNoteSheet(file: RawFile, vocabulary: Vocabulary): boolean {
  return file.kind === "table" && file.sheet !== undefined && !mayBeExport(file, vocabulary);
}

function reportHalf({ at, labels, missing }: HalfCard, report: Report): void {
  report({
    code: missing === "name" ? "card-without-name" : "card-without-indicators",
    at,
    args: { labels },
  });
}

/** Whether most of its keys are those of department.json. */
function isDepartmentFile(file: RawFile): boolean {
  const entries = file.kind === "tree" && file.root.kind === "object" ? file.root.entries : [];
  const known = entries.filter(({ key }) => departmentFileKeys.has(key));
  return known.length > 0 && known.length * 2 >= entries.length;
}

/** What an export says at its top beside its projects is mostly about the export itself: page numbers, a status. */
function reportUnused(unused: readonly RawEntry[], report: Report): void {
  const [first, ...others] = unused;
  if (first === undefined) return;
  const also = others.map(({ at }) => at);
  report({
    code: "export-keys-unused",
    at: first.at,
    also: also.length > 0 ? also : undefined,
    args: { keys: unused.map(({ key }) => key) },
  });
}
