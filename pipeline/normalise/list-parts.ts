/** Rows of a list that only say of what the row above consists (其中：财政拨款) → the list without them, each reported. */
import { compareExact, type Exact, type FormSpec, type ListRow } from "../records/index.ts";
import type { Context } from "./context.ts";
import { type DeclaredList, isNumeric, namingColumn } from "./declared-lists.ts";
import { areEqual, sumOf } from "./list-sums.ts";
import { flatten, numberingDepth, totalIn } from "./row-words.ts";

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
  const sums = sumsOf(declared, spec);
  const parts = new Set<ListRow>();
  for (const [index, row] of rows.entries()) {
    if (!/^其中/u.test(flatten(nameOf(row))) || parts.has(row) || isKept(row)) continue;
    const whole = rows.slice(0, index).findLast((one) => !parts.has(one));
    if (whole === undefined) continue;
    const most = sums([whole]);
    if (!sums([row]).every((sum, column) => isWithin(sum, most[column]))) continue;
    const behind = rows.slice(index + 1);
    const end = behind.findIndex((one) => !mayGoOn(one) || isKept(one));
    const further = behind.slice(0, end < 0 ? undefined : end);
    const last = further.findIndex((_, at) =>
      sums([row, ...further.slice(0, at + 1)]).every((sum, column) => areEqual(sum, most[column])),
    );
    for (const part of [row, ...further.slice(0, last + 1)]) {
      parts.add(part);
      const args = { reason: "part", list: declared.label } as const;
      context.report({ code: "row-skipped", at: part.at, found: nameOf(part), args });
    }
  }
  return parts.size === 0 ? rows : rows.filter((row) => !parts.has(row));
}

/** What rows come to, a sum for each column of money. */
function sumsOf({ columns }: DeclaredList, { money }: FormSpec) {
  const counted = columns.filter(({ kind }) => kind === "money");
  return (rows: readonly ListRow[]): readonly (Exact | undefined)[] =>
    counted.map(({ name }) =>
      sumOf(
        rows.flatMap(({ values }) => values[name] ?? []),
        money.unit,
      ),
    );
}

function isWithin(part: Exact | undefined, whole: Exact | undefined): boolean {
  return part === undefined || whole === undefined || compareExact(part, whole) <= 0;
}
