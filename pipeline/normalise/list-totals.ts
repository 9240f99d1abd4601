/** Rows of a list that state the sums of other rows (合计, 小计) → the list without them, each held against what it adds up. */
import {
  type Amount,
  addExact,
  compareExact,
  convertMoney,
  type Exact,
  exact,
  type FormSpec,
  type ListRow,
  type MoneyUnit,
  roundToAtMost,
} from "../records/index.ts";
import type { Context } from "./context.ts";
import { type DeclaredList, isNumeric } from "./declared-lists.ts";
import { headerKey } from "./header-key.ts";
import { flatten, isFigure, isNumbered, type TotalWord, totalIn } from "./row-words.ts";

/** Rows that only state the sums of others are no rows; one that is not the sum is reported. */
export function withoutTotals(
  rows: readonly ListRow[],
  declared: DeclaredList,
  { spec, context }: { readonly spec: FormSpec; readonly context: Context },
): readonly ListRow[] {
  const totals = withSections(rows, declared, spec);
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

/**
 * With the rows that begin a section and state its sum: 一、医疗保障, with no text of their own, among rows that are not
 * numbered. Only the sum tells such a row from a task that lacks its text.
 */
function withSections(
  rows: readonly ListRow[],
  declared: DeclaredList,
  spec: FormSpec,
): readonly (Total | undefined)[] {
  const totals = rows.map((row) => totalOf(row, declared));
  const texts = declared.columns.filter((column) => !isNumeric(column));
  const columns = declared.columns.filter(({ kind }) => kind === "money");
  const headingIn = ({ values }: ListRow): string | undefined => {
    const [only, second] = texts.flatMap(({ name }) => values[name]?.text ?? []);
    return only !== undefined && second === undefined && isNumbered(only) ? only : undefined;
  };
  const headings = rows.map((row, index) => (totals[index] === undefined ? headingIn(row) : undefined));
  return totals.map((total, index) => {
    const [word, row] = [headings[index], rows[index]];
    if (word === undefined || row === undefined) return total;
    const next = rows.findIndex((_, one) => one > index && (headings[one] ?? totals[one]) !== undefined);
    const covered = rows.slice(index + 1, next < 0 ? undefined : next);
    const stated = columns.filter(({ name }) => row.values[name] !== undefined);
    const sumIn = (some: readonly ListRow[], name: string) =>
      sumOf(
        some.flatMap(({ values }) => values[name] ?? []),
        spec.money.unit,
      );
    const isSum = stated.every(({ name }) => areEqual(sumIn([row], name), sumIn(covered, name)));
    return isSum && stated.length > 0 && covered.length > 0 ? { reach: "sub", word, unit: undefined } : total;
  });
}

type Total = Pick<TotalWord, "reach"> & {
  /** 小计, as the row calls it. */
  readonly word: string;
  /** 合计（万元）: of its amounts that say none themselves. */
  readonly unit: MoneyUnit | undefined;
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
    const said = listTotalIn(text);
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

/** 合计, 金额合计; undefined of a text that is no total. */
export function listTotalIn(text: string): TotalWord | undefined {
  return (
    totalIn(text) ?? (/^金额合计[:：]?$/u.test(flatten(text)) ? { reach: "plain", owner: "" } : undefined)
  );
}

/**
 * The rows that a total may add up, by number: a 小计 those between it and the total before, or, where the list begins
 * with one, those behind it; any other total all rows. One of several 合计, or one that a total of everything follows, is
 * that of the rows since the one before, and the former may be that of all rows as well.
 */
function coveredBy(index: number, totals: readonly (Total | undefined)[]): readonly (readonly number[])[] {
  const isRow = (one: number) => totals[one] === undefined;
  const all = [...totals.keys()];
  const reach = totals[index]?.reach;
  const grandFollows = totals.slice(index + 1).some((one) => one?.reach === "grand");
  const isOnly = totals.every((one, other) => other === index || one?.reach !== reach);
  if (reach === "grand" || (reach === "plain" && !grandFollows && isOnly)) return [all.filter(isRow)];
  const subs = all.filter((one) => totals[one]?.reach === reach || totals[one]?.reach === "sub");
  const comesFirst = subs[0] !== undefined && !all.slice(0, subs[0]).some(isRow);
  if (comesFirst) {
    const next = all.find((one) => one > index && !isRow(one)) ?? all.length;
    return [all.slice(index + 1, next)];
  }
  const before = all.findLast((one) => one < index && !isRow(one)) ?? -1;
  const since = all.slice(before + 1, index);
  return reach === "plain" && !grandFollows ? [since, all.filter(isRow)] : [since];
}

function withUnitOf({ unit }: Total, amount: Amount): Amount {
  return amount.unit === undefined && amount.value !== undefined && unit !== undefined
    ? { ...amount, unit, unitFrom: "cell" }
    : amount;
}

/** Sums that are not known are equal to none. */
function areEqual(one: Exact | undefined, other: Exact | undefined): boolean {
  return one !== undefined && other !== undefined && compareExact(one, other) === 0;
}

/** Of money in a unit, or of plain numbers; undefined if one of them is none. */
function sumOf(amounts: readonly Amount[], to: MoneyUnit | undefined): Exact | undefined {
  const known = amounts.flatMap(({ value, unit }) => {
    if (value === undefined) return [];
    if (to === undefined) return [exact(value)];
    return unit === undefined ? [] : [exact(convertMoney(value, { from: unit, to }))];
  });
  return known.length < amounts.length ? undefined : known.reduce(addExact, exact("0"));
}
