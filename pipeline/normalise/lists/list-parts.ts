/** Rows of a list that only say of what the row above consists (其中：财政拨款) → the list without them, each reported. */
import type { Exact, FormSpec, ListRow } from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import { type DeclaredList, isNumeric, namingColumn } from "../headers/declared-lists.ts";
import { type ColumnSums, isNoMore, restOfParts, saysPart } from "../tables/parts-of-whole.ts";
import { numberingDepth, totalIn } from "../tables/row-words.ts";
import { sumOf } from "./list-sums.ts";

/** 其中 says it of a row; those behind it without text of their own are further parts if all of them make up the whole. */
export function withoutParts(
  rows: readonly ListRow[],
  declared: DeclaredList,
  { spec, context }: { readonly spec: FormSpec; readonly context: Context },
): readonly ListRow[] {
  const naming = namingColumn(declared);
  const nameOf = ({ values }: ListRow): string => values[naming?.name ?? ""]?.text ?? "";
  const texts = declared.columns.filter((column) => column !== naming && !isNumeric(column));
  const mayGoOn = (row: ListRow): boolean =>
    texts.every(({ name }) => row.values[name] === undefined) &&
    numberingDepth(nameOf(row)) === undefined &&
    totalIn(nameOf(row)) === undefined;
  const isKept = (row: ListRow): boolean =>
    row.at.kind === "cell" && context.keeps({ file: row.at.file, row: row.at.row, name: nameOf(row) });
  const sumsIn = sumsOf(declared, spec);
  const parts = new Set<ListRow>();
  for (const [index, row] of rows.entries()) {
    if (!saysPart(nameOf(row)) || parts.has(row) || isKept(row)) continue;
    const whole = rows.slice(0, index).findLast((one) => !parts.has(one));
    if (whole === undefined || !isNoMore(sumsIn(row), sumsIn(whole))) continue;
    const below = rows.slice(index + 1);
    const end = below.findIndex((one) => !mayGoOn(one) || isKept(one));
    const behind = below.slice(0, end < 0 ? undefined : end);
    for (const part of [row, ...restOfParts(sumsIn(row), sumsIn(whole), { behind, sumsIn })]) {
      parts.add(part);
      const args = { reason: "part", list: declared.label } as const;
      context.report({ code: "row-skipped", at: part.at, found: nameOf(part), args });
    }
  }
  return parts.size === 0 ? rows : rows.filter((row) => !parts.has(row));
}

/** What a row comes to in each column of money. */
function sumsOf({ columns }: DeclaredList, { money }: FormSpec): (row: ListRow) => ColumnSums<string> {
  const counted = columns.filter(({ kind }) => kind === "money");
  return ({ values }) =>
    new Map(
      counted.flatMap(({ name }): readonly (readonly [string, Exact])[] => {
        const value = values[name];
        const sum = value && sumOf([value], money.unit);
        return sum === undefined ? [] : [[name, sum]];
      }),
    );
}
