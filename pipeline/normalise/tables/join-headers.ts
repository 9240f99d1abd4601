/** Joins up to two rows of banners (中期 | 年度, 指标值, 年度资金（万元）) with the row of headers below them. */
import type { Merge, RawRow } from "../../read/index.ts";
import { headerKey, horizonAhead, horizonOf, partOfYear, yearAhead } from "../headers/header-key.ts";
import type { HeaderMatch } from "../headers/match-header.ts";
import { isFigure, totalIn } from "./row-words.ts";

/** What a header means, as far as it decides what a banner above adds to it. */
type ReadBelow = (header: string) => Pick<HeaderMatch, "field" | "kind" | "unit" | "horizon"> | undefined;

export type HeaderCell = {
  /** Its row; of a joined header the lower one. */
  readonly row: number;
  /** As shown in messages. */
  readonly text: string;
  /** As matched: with what the banners above add. */
  readonly meaning: string;
  /** The banners above. */
  readonly under?: string;
  /** Whether it is an amount that is none of the budget's, as the banners say. */
  readonly isOtherMoney?: boolean;
};

type Joined = {
  readonly headers: readonly HeaderCell[];
  /** Whether the banners say something that the lowest row does not. */
  readonly tells: boolean;
};

type HeaderRows = {
  readonly banners: readonly RawRow[];
  readonly lower: RawRow;
  readonly merges: readonly Merge[] | undefined;
};

/**
 * Undefined if an upper row is no banner. A banner reaches as far as it is merged; in a row where none is, over the blank
 * cells to its right, as far as the banner above it does. A cell with nothing below it is a header that is merged
 * downwards.
 */
export function joinHeaders(
  { banners, lower, merges = [] }: HeaderRows,
  match: ReadBelow,
): Joined | undefined {
  if (!banners.every(isBanner)) return undefined;
  const rows = [...banners, lower];
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const merged = banners.map((banner) => mergedBanners(banner, merges));
  const reaching = banners.map(() => "");
  const headers: HeaderCell[] = [];
  let tells = false;
  for (let index = 0; index < width; index += 1) {
    const column = rows.map(({ cells }) => cells[index]?.trim() ?? "");
    const lowest = column.findLastIndex((cell) => cell !== "");
    for (const [level] of banners.entries()) {
      const cell = column[level] ?? "";
      const begins = column.slice(0, level + 1).some((one) => one !== "");
      const isExact = (merged[level]?.size ?? 0) > 0;
      if (isExact) reaching[level] = lowest > level ? cell || (merged[level]?.get(index) ?? "") : "";
      else if (begins) reaching[level] = lowest > level ? cell : "";
    }
    const text = column[lowest] ?? "";
    const above = reaching.slice(0, Math.max(0, lowest)).filter((banner) => banner !== "");
    const meaning = above.reduceRight((said, banner) => meaningBelow(banner, said, match), text);
    const row = rows[Math.max(0, lowest)]?.row ?? lower.row;
    tells ||= meaning !== text;
    headers.push({
      row,
      text: meaning === text ? text : [...above, text].join("/"),
      meaning,
      under: above.length === 0 ? undefined : above.join("/"),
      isOtherMoney:
        match(meaning) === undefined &&
        ((match(text)?.kind === "money" && above.some(saysOtherMoney)) ||
          (totalBelow.test(text) && above.some((banner) => moneyBanner.test(banner)))),
    });
  }
  return banners.some(isYearAlone) && hasOnlyOtherMoney(headers, match) ? undefined : { headers, tells };
}

/** The text of each banner that is merged across columns, by all columns that it covers. */
function mergedBanners({ row, cells }: RawRow, merges: readonly Merge[]): ReadonlyMap<number, string> {
  const wide = merges.filter(
    (merge) => merge.columns > 1 && row >= merge.row && row < merge.row + merge.rows,
  );
  return new Map(
    wide.flatMap(({ column, columns }) => {
      const text = cells[column - 1]?.trim() ?? "";
      return text === ""
        ? []
        : Array.from({ length: columns }, (_, index) => [column - 1 + index, text] as const);
    }),
  );
}

/** A title is alone in the first column, or calls itself a table; a line such as 单位：万元 has a colon, but so has 其中：财政拨款. */
export function isBanner({ cells }: RawRow): boolean {
  const filled = cells.flatMap((cell, index) => (cell.trim() === "" ? [] : [{ cell: cell.trim(), index }]));
  const [first] = filled;
  if (first === undefined || filled.some(({ cell }) => /^(?!其中).*[:：]/u.test(cell))) return false;
  // The last row of another table above.
  if (totalIn(first.cell) && filled.slice(1).some(({ cell }) => isFigure(cell))) return false;
  return filled.length > 1 || (first.index > 0 && !isTitle(first.cell));
}

/** 中期绩效目标表 says whose the columns below are. */
function isTitle(cell: string): boolean {
  const { bare } = headerKey(cell);
  return /(?:表|明细|清单)$/u.test(bare) && horizonAhead(bare)?.horizon !== "midTerm";
}

/** 2025年项目支出预算 alone in its row: where all money of the table is below it, that is the title. */
function isYearAlone({ cells }: RawRow): boolean {
  const [cell, ...others] = cells.filter((one) => one.trim() !== "");
  return cell !== undefined && others.length === 0 && yearAhead(cell) !== undefined;
}

function hasOnlyOtherMoney(headers: readonly HeaderCell[], match: ReadBelow): boolean {
  return (
    headers.some(({ isOtherMoney }) => isOtherMoney) &&
    headers.every(({ meaning }) => match(meaning)?.kind !== "money")
  );
}

/** 小计 below an amount and beside its parts is that amount; below 资金来源, which is none, it is what 合计 is. */
const totalBelow = /^(?:小计|总计|总额)$/u;
const moneyBanner = /资金|预算|金额|经费/u;
/** Banners of which nothing is left but words for all of the budget; 小计 below 政府采购金额 is a part of it. */
const wholeBanner =
  /^(?:项目支出|支出预算|项目|中期|实施期|年度|本年度?|当年|全年|年初|部门|所需|申请|总|资金|预算|经费|金额|安排|来源|构成|组成|情况|批复|及|数|额)+$/u;
/** What was given before, and what is for more or less than a year. */
const otherPeriod = new RegExp(
  `^(?:上一?年|去年|20\\d{2}年?度?(?:至|到|[-—–~])|(?:20\\d{2}年度?)?${partOfYear})`,
  "u",
);
/** What was spent; 资金及执行情况 and 预算执行情况 are above the budget too. */
const spentBanner = /(?<![及和与、/预])(?:执行|决算)(?:数|情况)?$/u;
const besideBudget = /预算.*情况$/u;
/** Amounts that say by themselves that they are planned, whatever is above them. */
const plannedBelow =
  /^(?:年初|全年)|^(?:年度|本年度?|当年|项目)?预算(?:安排|批复)?(?:数额?|额|金额|总额|资金)?$/u;

function isSpent(bare: string): boolean {
  return spentBanner.test(bare) && !besideBudget.test(bare);
}

/** Whether it names a year, or says 上年 or a quarter, or what was spent. */
export function saysOtherMoney(banner: string): boolean {
  const { bare } = headerKey(banner);
  return yearAhead(banner) !== undefined || otherPeriod.test(bare) || isSpent(bare);
}

/** Of a banner that names a year, the same behind the year, if it is money: whose it is is known where the budget's is. */
export function meaningOfYear(banner: string, bottom: string, match: ReadBelow): string | undefined {
  const dated = yearAhead(banner);
  if (dated === undefined || !moneyBanner.test(dated.rest)) return undefined;
  const meaning = meaningBelow(dated.rest, bottom, match);
  return match(meaning)?.kind === "money" ? `${dated.year}${meaning}` : undefined;
}

/** What a header means below a banner: with its unit and its horizon. */
export function meaningBelow(banner: string, bottom: string, match: ReadBelow): string {
  const ofYear = meaningOfYear(banner, bottom, match);
  if (ofYear !== undefined) return ofYear;
  const { key, unit } = headerKey(banner);
  const bare = key.replace(/\([^()]*\)/gu, "");
  // 年度 below 指标值 is no year.
  const isSide = horizonOf(bottom) !== undefined && !/目标|指标/u.test(bottom);
  if (isSide && !(match(bare)?.field.startsWith("project.") ?? true)) return `${banner}（${bottom}）`;
  const below = match(bottom);
  const both = match(`${bare}${bottom}`);
  // 合计 below 预算金额 says by itself what only some form spells 预算金额合计.
  const together = both?.field === below?.field ? undefined : both;
  const meant = together ?? below;
  if (meant === undefined && totalBelow.test(bottom.trim())) {
    if (match(bare)?.kind === "money") return banner;
    if (moneyBanner.test(bare) && wholeBanner.test(bare)) return meaningBelow(banner, "合计", match);
  }
  if (meant === undefined) return `${banner}${bottom}`;
  if (!reaches(bare, meant)) return bottom;
  const isOther = otherPeriod.test(bare) || (isSpent(bare) && !plannedBelow.test(headerKey(bottom).bare));
  if (together === undefined && meant.kind === "money" && isOther) return `${bare}${bottom}`;
  const horizon = horizonAhead(bare)?.horizon;
  const said = [
    unit === undefined || unit === "unknown" || meant.unit !== undefined ? "" : `（${unit}）`,
    horizon === undefined || meant.horizon !== undefined
      ? ""
      : horizon === "midTerm"
        ? "（中期）"
        : "（年度）",
  ].join("");
  return `${together === undefined ? bottom : `${bare}${bottom}`}${said}`;
}

/** A banner over money says nothing of the goals to the right of it. */
function reaches(banner: string, { field, kind }: Pick<HeaderMatch, "field" | "kind">): boolean {
  return moneyBanner.test(banner) ? kind === "money" || field.startsWith("project.") : true;
}
