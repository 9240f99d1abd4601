/** Lists of the department's own in two editions → rows that came and went, and the columns in which one has changed. */
import type { FieldChange, Snapshot } from "../contracts/index.ts";
import { compareOwn, compareText, namesOf, type TwoValues } from "./compare-fields.ts";
import type { LabelOf, Named } from "./field-labels.ts";
import { isReordered, type Pair, pair, type Way } from "./pair.ts";

type Lists = NonNullable<Snapshot["department"]["lists"]>;
type Row = Lists[string][number];

export function compareLists(
  { before, after }: TwoValues<Lists>,
  labels: Snapshot["labels"],
  labelOf: LabelOf,
): readonly FieldChange[] {
  return namesOf({ before, after }).flatMap((list) => {
    const [old, now] = [before?.[list] ?? [], after?.[list] ?? []];
    const columns = columnsOf(list, labels);
    const { pairs, removed, added } = pair(old, now, waysFor(columns));
    const named = labelOf(list);
    const names = (rows: readonly Row[]) => rows.map((row) => nameOf(row, { rows, columns })).join("、");
    const order = isReordered(pairs) ? compareText(named, { before: names(old), after: names(now) }) : [];
    return [
      ...removed.flatMap(({ item }) =>
        compareText(named, { before: wholeOf(item, columns), after: undefined }),
      ),
      ...added.flatMap(({ item }) =>
        compareText(named, { before: undefined, after: wholeOf(item, columns) }),
      ),
      ...pairs.flatMap((one) => compareRow(one, { list, rows: now, columns, labelOf })),
      ...order,
    ];
  });
}

/** In the form's order, in which the labels are. */
function columnsOf(list: string, labels: Snapshot["labels"]): readonly string[] {
  return Object.keys(labels).flatMap((field) =>
    field.startsWith(`${list}.`) ? [field.slice(list.length + 1)] : [],
  );
}

/** Equal rows, and then those of which one text says which they are: 年度主要任务 by its name, an indicator by its third level. */
function waysFor(columns: readonly string[]): readonly Way<Row>[] {
  const asWritten = (row: Row) => JSON.stringify(columns.map((column) => row[column]));
  return [
    { by: "key", keyOf: asWritten },
    ...columns.map((column): Way<Row> => ({ by: "only", keyOf: (row) => textIn(row, column) })),
  ];
}

type Around = { readonly rows: readonly Row[]; readonly columns: readonly string[] };

function compareRow(
  { before, after }: Pair<Row>,
  { list, labelOf, ...around }: Around & { readonly list: string; readonly labelOf: LabelOf },
): readonly FieldChange[] {
  const name = nameOf(after.item, around);
  const inRow = (column: string): Named => {
    const { field, label } = labelOf(`${list}.${column}`);
    return { field, label: { zh: `“${name}”${label.zh}`, en: `${name}: ${label.en}` } };
  };
  return compareOwn(inRow, { before: before.item, after: after.item });
}

/** Its text in the first column that tells all rows apart. */
function nameOf(row: Row, { rows, columns }: Around): string {
  const telling = columns.find(
    (column) => new Set(rows.map((one) => textIn(one, column))).size === rows.length,
  );
  return (
    columns.flatMap((column) =>
      telling === undefined || column === telling ? (textIn(row, column) ?? []) : [],
    )[0] ?? ""
  );
}

function wholeOf(row: Row, columns: readonly string[]): string {
  return columns.flatMap((column) => printedOf(row[column]) ?? []).join(" ");
}

function textIn(row: Row, column: string): string | undefined {
  const value = row[column];
  return typeof value === "string" ? value : undefined;
}

function printedOf(value: Row[string] | undefined): string | undefined {
  return typeof value === "object" ? value.printed : value;
}
