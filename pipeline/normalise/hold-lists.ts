/** The files of a department → what holds lists of its own (tables of theirs, keys of department.json), and the rest. */
import { isWordTable, type RawEntry, type RawFile, type RawTable, type RawTree } from "../read/index.ts";
import type { FieldName, FormSpec } from "../records/index.ts";
import { type DeclaredList, declaredLists, listCalled } from "./declared-lists.ts";
import { columnsCalled, type ListTable, listsInTable } from "./lists-in-table.ts";
import { matchHeader, type Vocabulary } from "./match-header.ts";

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
  const headed = files.flatMap((file) =>
    file.kind === "table" && !isWordTable(file) ? listsInTable(file, inTables, vocabulary).slice(0, 1) : [],
  );
  const tables = headed.map(({ table }) => table);
  const others = files.filter((file) => file.kind === "tree" || !tables.includes(file));
  if (departmentFile?.root.kind !== "object")
    return { files: others, tables, headed, rest: departmentFile, entries: [] };
  const { root } = departmentFile;
  const entries = root.entries.filter(({ key }) => listCalled(key, lists) !== undefined);
  const rest = { ...root, entries: root.entries.filter((entry) => !entries.includes(entry)) };
  return { files: others, tables, headed, rest: { ...departmentFile, root: rest }, entries };
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
