/** Lists of the department's own → table rows for templates: their columns, and the merged labels that begin at each row. */
import { type Amount, type Department, isFieldName, type ListRow, listOfField } from "../records/index.ts";
import { type Fields, type Printing, printEach, printLines, printValue } from "./printing.ts";
import { list, number, optional, record, textOf, texts, type ViewOf } from "./shape.ts";
import { printSum } from "./sum-of.ts";
import { sourcedEach } from "./value-source.ts";

function listShape(name: string, columns: readonly string[]) {
  return record({
    rows: list(
      record({
        /** From 1. */
        ordinal: number,
        row: texts(columns, { scope: name }),
        /** By column of the list's `groups`, only on the row that its cell begins at. */
        merged: record(
          byName(columns, (column) => optional({ text: textOf(`${name}.${column}`), span: number })),
        ),
      }),
    ),
    /** `span`: rows printed, at least the blank one; `spanWithHeader`: one more, for a label beside the header row too. */
    span: number,
    spanWithHeader: number,
    /** What its numbers and amounts add up to; blank for a column of which not every value can be counted. */
    totals: texts(columns, { scope: name, addedUp: true }),
  });
}

/** What a form's lists are called in templates. */
export function listsShape(spec: Fields) {
  return record(byName(listNames(spec), (name) => listShape(name, columnsOf(name, spec))));
}
type ListsView = ViewOf<ReturnType<typeof listsShape>>;

export function listsView({ lists = {} }: Department, printing: Printing): ListsView {
  const { spec } = printing;
  return byName(listNames(spec), (name) => {
    const columns = columnsOf(name, spec);
    const rows = lists[name] ?? [];
    const groups = spec.lists[name]?.groups ?? [];
    const path = `department.${name}`;
    const labels = new Map(
      groups.map((column, depth) => [column, labelsOf(rows, groups.slice(0, depth + 1), path)]),
    );
    const span = Math.max(rows.length, 1);
    return {
      rows: rows.map((row, index) => ({
        ordinal: index + 1,
        row: printEach(
          columns,
          (column) => printed(row.values[column], `${name}.${column}`, printing),
          `${path}.${index}`,
        ),
        merged: byName(columns, (column) => labels.get(column)?.get(index)),
      })),
      span,
      spanWithHeader: span + 1,
      totals: printEach(columns, (column) => {
        const values = rows.flatMap((row) => row.values[column] ?? []);
        const field = `${name}.${column}`;
        return isFieldName(field) ? printSum(values, field, spec) : "";
      }),
    };
  });
}

function printed(value: Amount | undefined, field: string, printing: Printing): string {
  return isFieldName(field) ? printValue(value, field, printing) : "";
}

type Label = { readonly text: string; readonly span: number };

/** The labels of the innermost of some columns, by the rows that they begin at: where it, or one outside of it, says something new. */
function labelsOf(
  rows: readonly ListRow[],
  columns: readonly string[],
  path: string,
): ReadonlyMap<number, Label> {
  const said = rows.map(({ values }) => JSON.stringify(columns.map((column) => values[column]?.text ?? "")));
  const begins = [...said.keys()].filter((index) => said[index] !== said[index - 1]);
  const own = columns.at(-1) ?? "";
  return new Map(
    begins.map((index, place) => {
      const text = printLines(rows[index]?.values[own]?.text ?? "");
      const span = (begins[place + 1] ?? rows.length) - index;
      return [index, sourcedEach({ text, span }, { text: `${path}.${index}.${own}` })];
    }),
  );
}

function listNames({ fields }: Fields): readonly string[] {
  return [...new Set(Object.keys(fields).flatMap((field) => listOfField(field) ?? []))];
}

function columnsOf(name: string, { fields }: Fields): readonly string[] {
  return Object.keys(fields).flatMap((field) =>
    listOfField(field) === name ? [field.slice(name.length + 1)] : [],
  );
}

function byName<Value>(
  names: readonly string[],
  make: (name: string) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(names.map((name) => [name, make(name)]));
}
