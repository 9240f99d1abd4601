/** Rows of a list that state the sums of other rows (合计, 小计) → the list without them, each held against what it adds up. */
import {
  type Amount,
  type FormSpec,
  type ListRow,
  type MoneyUnit,
  roundToAtMost,
} from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import { type DeclaredList, isNumeric } from "../headers/declared-lists.ts";
import { headerKey } from "../headers/header-key.ts";
import { isFigure, type TotalWord, totalIn } from "../tables/row-words.ts";
import { sectionsOf } from "./list-sections.ts";
import { areEqual, sumOf } from "./list-sums.ts";

/** Rows that only state the sums of others are no rows; one that is not the sum is reported. */
export function withoutTotals(
  rows: readonly ListRow[],
  declared: DeclaredList,
  { spec, context }: { readonly spec: FormSpec; readonly context: Context },
): readonly ListRow[] {
  const words = rows.map((row) => totalOf(row, declared));
  const sections = sectionsOf({ rows, totals: words.map((total) => total?.reach) }, declared, spec);
  const totals = words.map((total, index) => total ?? sections[index]);
  const kept = rows.filter((_, index) => totals[index] === undefined);
  if (kept.length === rows.length) return rows;
  const columns = declared.columns.filter(isNumeric);
  for (const [index, total] of totals.entries()) {
    const row = rows[index];
    if (row === undefined || total === undefined) continue;
    const ways = coveredBy(index, totals).map((numbers) => numbers.flatMap((one) => rows[one] ?? []));
    for (const { name, label, kind } of columns) {
      const stated = row.values[name];
      if (stated === undefined) continue;
      const unit = kind === "money" ? spec.money.unit : undefined;
      const said = sumOf([withUnitOf(total, stated)], unit);
      const sums = ways.map((covered) => {
        const all = covered.flatMap(({ values }) => values[name] ?? []);
        return { all, sum: sumOf(all, unit) };
      });
      const [{ all, sum } = { all: [], sum: undefined }] = sums;
      if (said === undefined || sum === undefined || sums.some((one) => areEqual(said, one.sum))) continue;
      context.report({
        code: "list-total-differs",
        at: stated.at,
        also: all.map(({ at }) => at),
        found: stated.text,
        args: {
          word: total.word,
          label,
          stated: `${roundToAtMost(said, 6)}${unit ?? ""}`,
          sum: `${roundToAtMost(sum, 6)}${unit ?? ""}`,
        },
      });
    }
  }
  return kept;
}

type Total = Pick<TotalWord, "reach"> & {
  /** 小计, as the row calls it. */
  readonly word: string;
  /** 合计（万元）: of its amounts that say none themselves. */
  readonly unit?: MoneyUnit | undefined;
  /** Of the sum of a section the rows that it adds up, by number. */
  readonly covers?: readonly number[];
};

/**
 * Of a row whose words are that of a total, and labels of its groups: 合计, 产出指标 小计, 合计（万元）. A task may be called
 * 年度考核小计 only if it says more of itself than figures.
 */
function totalOf({ values }: ListRow, { columns, groups }: DeclaredList): Total | undefined {
  const cells = columns.flatMap((column) => {
    const text = values[column.name]?.text ?? "";
    return text === "" || isNumeric(column) ? [] : [{ name: column.name, text }];
  });
  const words = cells.flatMap(({ name, text }) => {
    const said = totalIn(text);
    return said === undefined ? [] : [{ name, text, ...said }];
  });
  const [first] = words;
  if (first === undefined) return undefined;
  const besides = cells.filter(
    ({ name, text }) =>
      words.every((word) => word.name !== name) && !groups.includes(name) && !isFigure(text),
  );
  if (besides.length > 0 && first.owner !== "") return undefined;
  const { unit } = headerKey(first.text);
  return { reach: first.reach, word: first.text.trim(), unit: unit === "unknown" ? undefined : unit };
}

/**
 * The rows that a total may add up, by number: a 小计 those between it and a total or the head of a section before, or,
 * where the list begins with one, those behind it; any other total all rows. One of several 合计, or one that a total of
 * everything follows, is that of the rows since the one before, and the former may be that of all rows as well.
 */
function coveredBy(index: number, totals: readonly (Total | undefined)[]): readonly (readonly number[])[] {
  const isRow = (one: number) => totals[one] === undefined;
  const isWord = (one: number) => !isRow(one) && totals[one]?.covers === undefined;
  const all = [...totals.keys()];
  const { reach, covers } = totals[index] ?? {};
  if (covers !== undefined) return [covers];
  const grandFollows = totals.slice(index + 1).some((one) => one?.reach === "grand");
  const isOnly = all.every((one) => one === index || !isWord(one) || totals[one]?.reach !== reach);
  if (reach === "grand" || (reach === "plain" && !grandFollows && isOnly)) return [all.filter(isRow)];
  const first = all.find(
    (one) => isWord(one) && (totals[one]?.reach === reach || totals[one]?.reach === "sub"),
  );
  const comesFirst = first !== undefined && !all.slice(0, first).some(isRow);
  if (comesFirst) {
    const next = all.find((one) => one > index && !isRow(one)) ?? all.length;
    return [all.slice(index + 1, next)];
  }
  const before = all.findLast((one) => one < index && isWord(one)) ?? -1;
  const begins = [before, ...all.slice(before + 1, index).filter((one) => !isRow(one))];
  const since = begins.map((begin) => all.slice(begin + 1, index).filter(isRow)).toReversed();
  return reach === "plain" && !grandFollows ? [...since, all.filter(isRow)] : since;
}

function withUnitOf({ unit }: Total, amount: Amount): Amount {
  return amount.unit === undefined && amount.value !== undefined && unit !== undefined
    ? { ...amount, unit, unitFrom: "cell" }
    : amount;
}
