/** Joins a banner row (中期 | 年度, 指标值, 年度资金（万元）) with the row of headers below it. */
import type { RawRow } from "../read/index.ts";
import { type Horizon, kindOf } from "../records/index.ts";
import { headerKey } from "./header-key.ts";
import { type HeaderMatch, matchHeader, type Vocabulary } from "./match-header.ts";

export type HeaderCell = {
  /** Its row; of a joined header the lower one. */
  readonly row: number;
  /** As shown in messages. */
  readonly text: string;
  /** As matched: with what the banner above adds. */
  readonly meaning: string;
};

type Joined = {
  readonly headers: readonly HeaderCell[];
  /** Whether the banner says something that the lower row does not. */
  readonly tells: boolean;
};

/** Undefined if the upper row is no banner. A banner reaches over the blank cells to its right. */
export function joinHeaders(upper: RawRow, lower: RawRow, vocabulary: Vocabulary): Joined | undefined {
  if (!isBanner(upper)) return undefined;
  const headers: HeaderCell[] = [];
  let banner = "";
  let tells = false;
  for (let index = 0; index < Math.max(upper.cells.length, lower.cells.length); index += 1) {
    const top = upper.cells[index]?.trim() ?? "";
    const bottom = lower.cells[index]?.trim() ?? "";
    if (top !== "") banner = bottom === "" ? "" : top;
    if (bottom === "") headers.push({ row: upper.row, text: top, meaning: top });
    else if (banner === "") headers.push({ row: lower.row, text: bottom, meaning: bottom });
    else {
      const meaning = meaningBelow(banner, bottom, vocabulary);
      tells ||= meaning !== bottom;
      headers.push({ row: lower.row, text: meaning === bottom ? bottom : `${banner}/${bottom}`, meaning });
    }
  }
  return { headers, tells };
}

/** A title is alone in the first column; a line such as 单位：万元 has a colon. */
function isBanner({ cells }: RawRow): boolean {
  const filled = cells.flatMap((cell, index) => (cell.trim() === "" ? [] : [{ cell: cell.trim(), index }]));
  const [first] = filled;
  if (first === undefined || filled.some(({ cell }) => /[:：]./u.test(cell))) return false;
  return filled.length > 1 || first.index > 0;
}

function meaningBelow(banner: string, bottom: string, vocabulary: Vocabulary): string {
  const { key, unit } = headerKey(banner);
  const bare = key.replace(/\([^()]*\)/gu, "");
  const together = matchHeader(`${bare}${bottom}`, vocabulary);
  const own = matchHeader(bottom, vocabulary);
  const match = together ?? own;
  if (match === undefined) return `${banner}${bottom}`;
  if (!reaches(bare, match)) return bottom;
  const horizon = bannerHorizon(bare);
  const said = [
    unit === undefined || unit === "unknown" || match.unit !== undefined ? "" : `（${unit}）`,
    horizon === undefined || match.horizon !== undefined
      ? ""
      : horizon === "midTerm"
        ? "（中期）"
        : "（年度）",
  ].join("");
  return `${together === undefined ? bottom : `${bare}${bottom}`}${said}`;
}

/** A banner over money says nothing of the goals to the right of it. */
function reaches(banner: string, { field }: HeaderMatch): boolean {
  const isMoney = kindOf(field) === "money";
  return /资金|预算|金额|经费/u.test(banner) ? isMoney || field.startsWith("project.") : true;
}

function bannerHorizon(banner: string): Horizon | undefined {
  if (/^(?:中期|中长期|长期|实施期)/u.test(banner)) return "midTerm";
  return /^(?:年度|当年|本年)/u.test(banner) ? "annual" : undefined;
}
