/** Finds among a department's files the ones that are exports, before a form is chosen. */
import type { Report } from "../diagnostics/index.ts";
import {
  isWordTable,
  type ObjectNode,
  type RawEntry,
  type RawFile,
  type RawTree,
  tablePlace,
} from "../read/index.ts";
import { departmentKeys, fieldsOfIndicator, groupBy } from "../records/index.ts";
import { cardGrid, headersOfCard } from "./card-grid.ts";
import { type Context, createContext } from "./context.ts";
import { addColumnValue, addObjects, type ColumnValues } from "./department-mapping.ts";
import { type DraftProject, identityOf, keyOf, withGoalsJoined, withShared } from "./draft.ts";
import { messageOf, reportShortfalls } from "./envelope.ts";
import type { HeadedTable } from "./find-header-row.ts";
import { type FoundInTables, findInSheet, findInWordFile, namesProjects } from "./find-in-tables.ts";
import type { FieldColumn } from "./grid.ts";
import type { FileContent } from "./join-files.ts";
import { kindColumns } from "./kind-columns.ts";
import { objectsThatStay, reportLeftOut } from "./left-out.ts";
import { listGrid } from "./list-grid.ts";
import { matchColumns } from "./match-columns.ts";
import { type Vocabulary, vocabularyOf } from "./match-header.ts";
import type { Card, HalfCard } from "./read-cards.ts";
import { sortDrafts } from "./sort-drafts.ts";
import { splitTree, type TreeParts } from "./split-tree.ts";
import { headersOf, tableGrid } from "./table-grid.ts";
import { sharedValues, treeProject } from "./tree-projects.ts";

export type Exports = {
  readonly tables: readonly HeadedTable[];
  /** Tables in which a form was filled in for each project. */
  readonly cards: readonly Card[];
  readonly trees: readonly { readonly file: string; readonly parts: TreeParts }[];
  /** What JSON exports say of the department itself. */
  readonly facts: readonly RawEntry[];
};

/** How many projects of a list are looked at to learn which fields it has. */
const sample = 50;
const departmentFileKeys = new Set<string>(Object.entries(departmentKeys).flat());

/** Files that are no export are reported: as findings if another file is one, otherwise as a failure. */
export function findExports(
  {
    folder,
    files,
    own,
    mayBeNone = false,
  }: {
    readonly folder: string;
    readonly files: readonly RawFile[];
    readonly own: RawTree | undefined;
    /** Whether the department has something else to print. */
    readonly mayBeNone?: boolean;
  },
  vocabulary: Vocabulary,
  report: Report,
): Exports | undefined {
  const finds: FoundInTables[] = [];
  const trees: { file: string; parts: TreeParts }[] = [];
  const facts: RawEntry[] = [];
  const others: RawFile[] = [];
  for (const file of own === undefined ? files : [own, ...files]) {
    if (file.kind === "table") {
      if (isWordTable(file)) continue;
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
  for (const half of halves) reportHalf(half, report);
  for (const other of others) {
    const at = tablePlace(other);
    const message = other.kind === "tree" ? messageOf(other.root) : undefined;
    if (message !== undefined) {
      const { text: found } = message;
      report({ code: "answer-without-data", at: message.at, found, args: { message: found } });
      continue;
    }
    if (isDepartmentFile(other))
      report({ code: "department-file-misnamed", at, args: { beside: own !== undefined } });
    else report({ code: "file-not-an-export", at, args: {} });
  }
  reportShortfalls(
    trees.flatMap(({ parts }) => parts.counts),
    report,
  );
  if (!found && halves.length === 0)
    report({ code: "no-export", at: { kind: "file", file: folder }, args: {} });
  return found ? { tables, cards, trees, facts } : undefined;
}

function reportHalf({ at, labels, missing }: HalfCard, report: Report): void {
  report({
    code: missing === "name" ? "card-without-name" : "card-without-indicators",
    at,
    args: { labels },
  });
}

/** Whether any of the files says which projects it is about, before it is known whose they are. */
export function holdProjects(files: readonly RawFile[]): boolean {
  const vocabulary = vocabularyOf([]);
  const exports = findExports({ folder: "", files, own: undefined }, vocabulary, () => {});
  const isNamed = (table: HeadedTable) => namesProjects(table, vocabulary);
  return (
    exports !== undefined && (exports.trees.length + exports.cards.length > 0 || exports.tables.some(isNamed))
  );
}

/** Everything the exports hold, with headers matched by one form's spellings. */
export function readExports(
  { tables, cards, trees }: Exports,
  context: ReturnType<typeof createContext>,
): FileContent {
  const lists = trees.flatMap(({ file, parts }) =>
    parts.lists.map(({ kind, objects, shared }) => ({
      ...{ file, kind, objects: objectsThatStay(objects, context) },
      shared: sharedValues(shared, context),
    })),
  );
  const rows = lists.flatMap(({ file, kind, objects, shared }) =>
    kind === "rows" ? [{ ...listGrid(file, objects, { ...context, kind }), shared }] : [],
  );
  const nested = lists.flatMap(({ file, kind, objects, shared }) => {
    if (kind !== "projects") return [];
    const all = objects.map((object) => treeProject(file, object, context));
    const drafts = withGoalsJoined(all, context);
    guardList(file, { objects, drafts }, context);
    const sorted = sortDrafts(file, drafts, context);
    return [{ ...sorted, drafts: sorted.drafts.map((draft) => withShared(draft, shared)) }];
  });
  const grids = [
    ...tables.map((table) => tableGrid(table, context)),
    ...cards.flatMap((card) => cardGrid(card, context) ?? []),
    ...rows,
  ];
  reportLeftOut(context.leftOut, context.report);
  return {
    grids,
    nested: nested.map(({ drafts }) => drafts),
    totals: [...grids, ...nested].flatMap(({ totals }) => totals ?? []),
  };
}

/** Objects that say of one project again and again what is known may hold its indicators under unknown keys. */
function guardList(
  file: string,
  { objects, drafts }: { objects: readonly ObjectNode[]; drafts: readonly DraftProject[] },
  context: Context,
): void {
  const repeats = drafts.some((draft, index) => {
    const above = drafts[index - 1];
    const same = above !== undefined && keyOf(identityOf(above)) === keyOf(identityOf(draft));
    return same && draft.indicators.length === 0;
  });
  if (!repeats) return;
  const quiet = createContext(context.vocabulary, (diagnostic) => {
    if (diagnostic.code === "indicator-columns-unknown") context.report(diagnostic);
  });
  listGrid(file, objects, { ...quiet, kind: "rows" });
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

/** Every header and key of the exports, with what is below it. */
export function columnValues({ tables, cards, trees }: Exports): ColumnValues {
  const contents = new Map<string, Set<string>>();
  for (const { headers, body } of tables) {
    for (const [index, { text }] of headers.entries()) {
      addColumnValue(text, "", contents);
      for (const { cells } of body) addColumnValue(text, (cells[index] ?? "").trim(), contents);
    }
  }
  for (const { fields, columns, rows } of cards) {
    for (const { text, value } of fields) {
      addColumnValue(text, "", contents);
      addColumnValue(text, value, contents);
    }
    for (const [index, { text }] of columns.entries()) {
      addColumnValue(text, "", contents);
      for (const { cells } of rows) addColumnValue(text, (cells[index] ?? "").trim(), contents);
    }
  }
  for (const { objects } of trees.flatMap(({ parts }) => parts.lists)) addObjects(objects, contents);
  return contents;
}

/** The fields that the exports have, by one form's spellings. */
export function fieldsOfExports({ tables, cards, trees }: Exports, vocabulary: Vocabulary): Set<string> {
  const context = createContext(vocabulary, () => {});
  const rowContext = { ...context, kind: "rows" } as const;
  const fields = new Set<string>();
  const addColumns = (columns: readonly FieldColumn[]): void => {
    for (const { field } of columns) fields.add(field);
    if (columns.some(({ side }) => side !== undefined)) fields.add("indicator.horizon");
  };
  const addFields = ({ values, indicators }: DraftProject): void => {
    for (const field of values.keys()) fields.add(field);
    for (const indicator of indicators) {
      for (const { field } of fieldsOfIndicator(indicator)) fields.add(field);
      if (indicator.horizon === "midTerm") fields.add("indicator.horizon");
    }
  };
  for (const headers of [...tables.map(headersOf), ...cards.map(headersOfCard)])
    addColumns(
      matchColumns({ headers: kindColumns(headers, vocabulary).headers, values: () => [] }, rowContext)
        .columns,
    );
  for (const { file, parts } of trees) {
    for (const { kind, objects } of parts.lists) {
      const some = objects.slice(0, sample);
      if (kind === "rows") addColumns(listGrid(file, some, rowContext).columns);
      else for (const object of some) addFields(treeProject(file, object, context));
    }
  }
  return fields;
}
