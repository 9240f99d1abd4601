/** The files of a department → what holds lists of its own (tables of theirs, keys of department.json), and the rest. */
import { isWordTable, type RawEntry, type RawFile, type RawTable, type RawTree } from "../../read/index.ts";
import { type FieldName, type FormSpec, groupBy } from "../../records/index.ts";
import { type DeclaredList, declaredLists, listCalled } from "../headers/declared-lists.ts";
import { isIdentity, matchHeader, type Vocabulary } from "../headers/match-header.ts";
import { columnsCalled, type ListTable, listsInTable } from "./lists-in-table.ts";

/** What holds lists of a department's own: tables of their own, and keys of department.json. */
export type HeldLists = { readonly tables: readonly RawTable[]; readonly entries: readonly RawEntry[] };

type HeadedRows = Pick<ListTable, "table" | "above">;

/** The files of a department apart by whether they are lists of its own, and department.json without those in it. */
export function holdLists(
  {
    files,
    departmentFile,
  }: { readonly files: readonly RawFile[]; readonly departmentFile?: RawTree | undefined },
  forms: readonly { readonly spec: FormSpec }[],
  vocabulary: Vocabulary,
): HeldLists & { readonly files: readonly RawFile[]; readonly rest: RawTree | undefined } & {
  /** Each table of lists with the rows above the first of them. */
  readonly headed: readonly HeadedRows[];
} {
  const lists = forms.flatMap(({ spec }) => declaredLists(spec));
  // Indicators alone may as well be a project's, unless it is known that the form asks for the department's.
  const inTables = forms.length === 1 ? lists : lists.filter((one) => !looksLikeIndicators(one, vocabulary));
  const words = wholeForms(files.filter(isWordTable), lists, vocabulary);
  const headed = files.flatMap((file): readonly HeadedRows[] => {
    if (file.kind !== "table") return [];
    if (isWordTable(file) && !words.has(file)) return [];
    const [first] = listsInTable(file, inTables, vocabulary);
    if (first === undefined && !isWordTable(file)) return [];
    return [{ table: file, above: first?.above ?? file.rows }];
  });
  const tables = headed.map(({ table }) => table);
  const others = files.filter((file) => file.kind === "tree" || !tables.includes(file));
  if (departmentFile?.root.kind !== "object")
    return { files: others, tables, headed, rest: departmentFile, entries: [] };
  const { root } = departmentFile;
  const entries = root.entries.filter(({ key }) => listCalled(key, lists) !== undefined);
  const rest = { ...root, entries: root.entries.filter((entry) => !entries.includes(entry)) };
  return { files: others, tables, headed, rest: { ...departmentFile, root: rest }, entries };
}

/**
 * The tables of Word files that are the form for a whole department: its tasks are among them, as indicators in a table may
 * be a project's. They end where a project is named, and the lines above that are its title.
 */
function wholeForms(
  tables: readonly RawTable[],
  lists: readonly DeclaredList[],
  vocabulary: Vocabulary,
): ReadonlySet<RawTable> {
  const telling = lists.filter((one) => !looksLikeIndicators(one, vocabulary));
  const ofDepartment = [...groupBy(tables, ({ file }) => file).values()].map((ofFile) => {
    const named = ofFile.findIndex((table) => namesProject(table, vocabulary));
    const before = named < 0 ? ofFile : ofFile.slice(0, named);
    return named < 0 ? before : before.slice(0, before.findLastIndex((table) => !isProse(table)) + 1);
  });
  const found = ofDepartment.filter((some) =>
    some.some((table) => listsInTable(table, telling, vocabulary).length > 0),
  );
  return new Set(found.flat());
}

function namesProject({ rows }: RawTable, vocabulary: Vocabulary): boolean {
  return rows.some(({ cells }) => cells.some((cell) => isIdentity(matchHeader(cell, vocabulary)?.field)));
}

function isProse({ rows }: RawTable): boolean {
  return rows.every(({ cells }) => cells.filter((cell) => cell.trim() !== "").length < 2);
}

function looksLikeIndicators({ columns }: DeclaredList, vocabulary: Vocabulary): boolean {
  return columns.some(({ label }) => matchHeader(label, vocabulary)?.field.startsWith("indicator."));
}

/** The columns that are there of a form's lists. */
export function fieldsOfLists(
  { tables, entries }: HeldLists,
  lists: readonly DeclaredList[],
  vocabulary: Vocabulary,
): readonly FieldName[] {
  const inTables = tables.flatMap((table) =>
    listsInTable(table, lists, vocabulary).flatMap(({ headers, declared }) =>
      columnsCalled(headers, declared).flatMap((column) => column?.field ?? []),
    ),
  );
  const inFile = entries.flatMap(
    ({ key }) => listCalled(key, lists)?.columns.map(({ field }) => field) ?? [],
  );
  return [...inTables, ...inFile];
}
