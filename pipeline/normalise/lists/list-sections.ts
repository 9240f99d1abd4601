/** Rows of a list that begin a section of it and state its sum: 一、医疗保障, with no text of its own. */
import type { FormSpec, ListRow } from "../../records/index.ts";
import { type DeclaredList, isNumeric } from "../headers/declared-lists.ts";
import { numberingDepth, type TotalWord } from "../tables/row-words.ts";
import { areEqual, sumOf } from "./list-sums.ts";

type Section = { readonly reach: "sub"; readonly word: string; readonly covers: readonly number[] };

/** Rows of a list, and what kind of total each is by its words. */
type Rows = {
  readonly rows: readonly ListRow[];
  readonly totals: readonly (TotalWord["reach"] | undefined)[];
};

/**
 * By number of the row. A task that lacks its text may look alike, so that the sum of the rows below tells, down to the
 * next of the same depth; where it tells of one row, others of its depth with amounts below them are sums as well, which
 * may be wrong.
 */
export function sectionsOf(
  { rows, totals }: Rows,
  { columns }: DeclaredList,
  spec: FormSpec,
): readonly (Section | undefined)[] {
  const texts = columns.filter((column) => !isNumeric(column));
  const money = columns.filter(({ kind }) => kind === "money");
  const cells = rows.map(({ values }) => texts.flatMap(({ name }) => values[name]?.text ?? []));
  const depths = cells.map(([first = ""]) => numberingDepth(first));
  const found = new Array<Section | undefined>(rows.length).fill(undefined);
  const statedIn = ({ values }: ListRow) => money.filter(({ name }) => values[name] !== undefined);
  /** The rows below one, as far as a total of all of them, and as far as any. */
  const below = (index: number): readonly (readonly number[])[] => {
    const depth = depths[index] ?? 0;
    const inside: number[] = [];
    for (let at = index + 1; at < rows.length; at += 1) {
      if (endsAt(totals[at]) || (depths[at] ?? depth + 1) <= depth) break;
      inside.push(at);
    }
    const total = inside.findIndex((at) => totals[at] !== undefined);
    return [inside, inside.slice(0, total < 0 ? undefined : total)].map((some) =>
      some.filter((at) => totals[at] === undefined && found[at] === undefined),
    );
  };
  const heads = [...rows.keys()].filter((index) => {
    const [depth, row] = [depths[index], rows[index]];
    const isAlone = totals[index] === undefined && cells[index]?.length === 1;
    return isAlone && depth !== undefined && row !== undefined && statedIn(row).length > 0;
  });
  const sectionAt = (index: number, isIt: (row: ListRow, covered: readonly ListRow[]) => boolean): void => {
    const row = rows[index];
    const rowsAt = (some: readonly number[]) => some.flatMap((at) => rows[at] ?? []);
    const covers = below(index).find((some) => row && isIt(row, rowsAt(some)));
    if (covers !== undefined) found[index] = { reach: "sub", word: cells[index]?.[0] ?? "", covers };
  };
  // From below, so that what a section adds up has no sums of its own parts in it.
  for (const index of heads.toReversed())
    sectionAt(
      index,
      (row, covered) =>
        covered.length > 0 &&
        statedIn(row).every(({ name }) => areEqual(sumIn([row], name, spec), sumIn(covered, name, spec))),
    );
  const proven = new Set(heads.filter((index) => found[index]).map((index) => depths[index]));
  for (const index of heads.toReversed())
    if (found[index] === undefined && proven.has(depths[index]))
      sectionAt(index, (row, covered) =>
        statedIn(row).some(({ name }) => covered.some(({ values }) => values[name] !== undefined)),
      );
  return found;
}

function endsAt(total: TotalWord["reach"] | undefined): boolean {
  return total !== undefined && total !== "sub";
}

function sumIn(rows: readonly ListRow[], name: string, { money }: FormSpec) {
  return sumOf(
    rows.flatMap(({ values }) => values[name] ?? []),
    money.unit,
  );
}
