/** Lists of the department's own in two editions → rows that came and went, and the columns in which one has changed. */
import type { FieldChange, Snapshot } from "../contracts/index.ts";
import { compareOwn, compareText, namesOf, printedOf, type TwoValues } from "./compare-fields.ts";
import type { LabelOf, Named } from "./field-labels.ts";
import { isReordered, type Pair, pair, type Way } from "./pair.ts";

type Lists = NonNullable<Snapshot["department"]["lists"]>;
type Row = Lists[string][number];

export function compareLists(
  { before, after }: TwoValues<Lists>,
  /** Fields of the new edition's form, then of the old one's. */
  fields: readonly string[],
  labelOf: LabelOf,
): readonly FieldChange[] {
  return namesOf({ before, after }).flatMap((list) => {
    const [old, now] = [before?.[list] ?? [], after?.[list] ?? []];
    const columns = columnsOf(list, fields);
    const { pairs, removed, added } = pair(old, now, waysFor(columns));
    const named = labelOf(list);
    const nameOf = naming(now, columns);
    const names = (rows: readonly Row[]) => rows.map(naming(rows, columns)).join("、");
    const order = isReordered(pairs) ? compareText(named, { before: names(old), after: names(now) }) : [];
    return [
      ...removed.flatMap(({ item }) =>
        compareText(named, { before: wholeOf(item, columns), after: undefined }),
      ),
      ...added.flatMap(({ item }) =>
        compareText(named, { before: undefined, after: wholeOf(item, columns) }),
      ),
      ...pairs.flatMap((one) => compareRow(one, { list, nameOf, labelOf })),
      ...order,
    ];
  });
}

/** In the order of the forms, each once. */
function columnsOf(list: string, fields: readonly string[]): readonly string[] {
  const own = fields.flatMap((field) => (field.startsWith(`${list}.`) ? [field.slice(list.length + 1)] : []));
  return [...new Set(own)];
}

/** Equal rows, and then those of which one text says which they are: 年度主要任务 by its name, an indicator by its third level. */
function waysFor(columns: readonly string[]): readonly Way<Row>[] {
  const asWritten = (row: Row) => JSON.stringify(columns.map((column) => row[column]));
  return [
    { by: "key", keyOf: asWritten },
    ...columns.map((column): Way<Row> => ({ by: "only", keyOf: (row) => textIn(row, column) })),
  ];
}

function compareRow(
  { before, after }: Pair<Row>,
  {
    list,
    nameOf,
    labelOf,
  }: { readonly list: string; readonly nameOf: (row: Row) => string; readonly labelOf: LabelOf },
): readonly FieldChange[] {
  const name = nameOf(after.item);
  const inRow = (column: string): Named => {
    const { field, label } = labelOf(`${list}.${column}`);
    return { field, label: { zh: `“${name}”${label.zh}`, en: `${name}: ${label.en}` } };
  };
  return compareOwn(inRow, { before: before.item, after: after.item });
}

/** What a row is called: its text in the first column that tells all rows apart, or else in the first that it fills in. */
function naming(rows: readonly Row[], columns: readonly string[]): (row: Row) => string {
  const telling = columns.find(
    (column) => new Set(rows.map((one) => textIn(one, column))).size === rows.length,
  );
  const by = telling === undefined ? columns : [telling];
  return (row) => by.flatMap((column) => textIn(row, column) ?? [])[0] ?? "";
}

function wholeOf(row: Row, columns: readonly string[]): string {
  return columns.flatMap((column) => printedOf(row[column]) ?? []).join(" ");
}

function textIn(row: Row, column: string): string | undefined {
  const value = row[column];
  return typeof value === "string" ? value : undefined;
}
