/** The lists of the department's own that forms declare (年度主要任务), and where its files hold one: in a table, or under a key. */
import {
  isWordTable,
  type RawEntry,
  type RawFile,
  type RawRow,
  type RawTable,
  type RawTree,
} from "../read/index.ts";
import {
  type FieldKind,
  type FieldName,
  type FormSpec,
  isFieldName,
  kindOf,
  perText,
} from "../records/index.ts";
import { mostBanners } from "./find-header-row.ts";
import { headerKey } from "./header-key.ts";
import { type HeaderCell, joinHeaders } from "./join-headers.ts";
import { isIdentity, matchHeader, type Vocabulary } from "./match-header.ts";

export type DeclaredList = {
  readonly list: string;
  readonly label: string;
  /** Keys of what department.json may call it. */
  readonly keys: readonly string[];
  /** In the form's order; the first is what a row is known by. */
  readonly columns: readonly ListColumn[];
  /** Columns of merged cells, outermost first. */
  readonly groups: readonly string[];
};

export type ListColumn = {
  readonly name: string;
  readonly field: FieldName;
  readonly kind: FieldKind;
  readonly label: string;
  readonly required: boolean;
  readonly keys: readonly string[];
};

export function declaredLists({ lists, fields }: FormSpec): readonly DeclaredList[] {
  return Object.entries(lists).flatMap(([list, { label, aliases, groups }]) => {
    const columns = Object.entries(fields).flatMap(([field, settings]): readonly ListColumn[] => {
      if (settings === undefined || !isFieldName(field) || !field.startsWith(`${list}.`)) return [];
      const name = field.slice(list.length + 1);
      const keys = keysOf([settings.label, ...settings.aliases, name]);
      const { label, required } = settings;
      return [{ name, field, kind: kindOf(field, fields), label, required, keys }];
    });
    return columns.length === 0
      ? []
      : [{ list, label, keys: keysOf([label, ...aliases, list]), columns, groups }];
  });
}

function keysOf(spellings: readonly string[]): readonly string[] {
  return spellings.map((spelling) => headerKey(spelling).key);
}

export function columnCalled(header: string, { columns }: DeclaredList): ListColumn | undefined {
  const { key } = headerKey(header);
  return key === "" ? undefined : columns.find(({ keys }) => keys.includes(key));
}

/** A table of a list, with the rows around its headers. */
export type ListTable = {
  readonly table: RawTable;
  readonly declared: DeclaredList;
  readonly above: readonly RawRow[];
  /** One for each column, whether they stand in one row or below banners. */
  readonly headers: readonly HeaderCell[];
  readonly body: readonly RawRow[];
};

const searchedRows = 15;

/**
 * A table is the list most of whose columns a row of it has, with the banners above it if they add something, and with
 * all that are required; up to there no project is named.
 */
export function listInTable(
  table: RawTable,
  lists: readonly DeclaredList[],
  vocabulary: Vocabulary,
): ListTable | undefined {
  if (lists.length === 0) return undefined;
  const namesProject = perText((cell) => {
    // In a form that was filled in, label and value may be in one cell.
    return isIdentity(matchHeader(cell.split(/[:：]/u)[0] ?? "", vocabulary)?.field);
  });
  const rows = table.rows.slice(0, searchedRows);
  const end = rows.findIndex(({ cells }) => cells.some((cell) => namesProject(cell)));
  const searched = end < 0 ? rows : rows.slice(0, end);
  let best: HeadedList | undefined;
  for (const declared of lists)
    for (const headed of headedBy(searched, declared, table.merges)) {
      const known = headed.known - (best?.known ?? 0);
      if (known > 0 || (known === 0 && headed.tells && best?.declared === declared)) best = headed;
    }
  if (best === undefined) return undefined;
  const { declared, headers, first, last } = best;
  const [above, body] = [table.rows.slice(0, first), table.rows.slice(last + 1)];
  return { table, declared, headers, above, body };
}

/** Rows of a table, from 0, that head a list. */
type HeadedList = {
  readonly declared: DeclaredList;
  readonly headers: readonly HeaderCell[];
  readonly first: number;
  readonly last: number;
  /** How many columns of the list it has. */
  readonly known: number;
  /** Whether its banners say something of the columns below them. */
  readonly tells: boolean;
};

function headedBy(
  rows: readonly RawRow[],
  declared: DeclaredList,
  merges: RawTable["merges"],
): readonly HeadedList[] {
  const needed = declared.columns.filter(({ required }, column) => required || column === 0);
  return rows.flatMap((lower, last) =>
    Array.from({ length: Math.min(last, mostBanners) + 1 }, (_, banners) => last - banners).flatMap(
      (first) => {
        const joined =
          first === last
            ? { headers: lower.cells.map((text) => ({ row: lower.row, text, meaning: text })), tells: false }
            : joinHeaders({ banners: rows.slice(first, last), lower, merges }, (text) => {
                const column = columnCalled(text, declared);
                return column && { field: column.field, kind: column.kind, unit: headerKey(text).unit };
              });
        if (joined === undefined) return [];
        const matched = new Set(
          joined.headers.flatMap(({ meaning }) => columnCalled(meaning, declared) ?? []),
        );
        const isList =
          matched.size >= Math.min(2, declared.columns.length) &&
          needed.every((column) => matched.has(column));
        return isList ? [{ declared, ...joined, first, last, known: matched.size }] : [];
      },
    ),
  );
}

/** What holds lists of a department's own: tables of their own, and keys of department.json. */
export type HeldLists = { readonly tables: readonly RawTable[]; readonly entries: readonly RawEntry[] };

/** The files of a department apart by whether they are lists of its own, and department.json without those in it. */
export function holdLists(
  {
    files,
    departmentFile,
  }: { readonly files: readonly RawFile[]; readonly departmentFile?: RawTree | undefined },
  forms: readonly { readonly spec: FormSpec }[],
  vocabulary: Vocabulary,
): HeldLists & { readonly files: readonly RawFile[]; readonly rest: RawTree | undefined } {
  const lists = forms.flatMap(({ spec }) => declaredLists(spec));
  // Indicators alone may as well be a project's, unless it is known that the form asks for the department's.
  const inTables = forms.length === 1 ? lists : lists.filter((one) => !looksLikeIndicators(one, vocabulary));
  const isListTable = (file: RawFile): file is RawTable =>
    file.kind === "table" && !isWordTable(file) && listInTable(file, inTables, vocabulary) !== undefined;
  const tables = files.filter(isListTable);
  const others = files.filter((file) => file.kind === "tree" || !tables.includes(file));
  if (departmentFile?.root.kind !== "object")
    return { files: others, tables, rest: departmentFile, entries: [] };
  const { root } = departmentFile;
  const entries = root.entries.filter(({ key }) => listCalled(key, lists) !== undefined);
  const rest = { ...root, entries: root.entries.filter((entry) => !entries.includes(entry)) };
  return { files: others, tables, rest: { ...departmentFile, root: rest }, entries };
}

function looksLikeIndicators({ columns }: DeclaredList, vocabulary: Vocabulary): boolean {
  return columns.some(({ label }) => matchHeader(label, vocabulary)?.field.startsWith("indicator."));
}

export function listCalled(key: string, lists: readonly DeclaredList[]): DeclaredList | undefined {
  const wanted = headerKey(key).key;
  return lists.find(({ keys }) => keys.includes(wanted));
}

/** The columns that are there of a form's lists. */
export function fieldsOfLists(
  { tables, entries }: HeldLists,
  lists: readonly DeclaredList[],
  vocabulary: Vocabulary,
): readonly FieldName[] {
  const inTables = tables.flatMap((table) => {
    const found = listInTable(table, lists, vocabulary);
    return found?.headers.flatMap(({ meaning }) => columnCalled(meaning, found.declared)?.field ?? []) ?? [];
  });
  const inFile = entries.flatMap(
    ({ key }) => listCalled(key, lists)?.columns.map(({ field }) => field) ?? [],
  );
  return [...inTables, ...inFile];
}
