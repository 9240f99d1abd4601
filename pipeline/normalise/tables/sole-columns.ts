/** Headers that nobody spells, as 金额 and 总体目标, but whose words leave one meaning in their table → columns, shown as read so. */
import { columnKey } from "../../diagnostics/index.ts";
import type { FieldKind, FieldName } from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import { headerKey } from "../headers/header-key.ts";
import { spellingScope, trusted } from "../headers/match-header.ts";
import type { Header, HeaderRow, MatchedColumn } from "./grid.ts";

type Sole = {
  readonly field: FieldName;
  readonly kind: FieldKind;
  readonly called: string;
  /** All words of the header are these; years, and what was spent, paid or asked for before, are something else. */
  readonly words: RegExp;
  /** One of them is. */
  readonly says: RegExp;
  /** A cell holds it. */
  readonly fits: (cell: string) => boolean;
};

const number = /^[¥￥]?-?[\d,，.]+(?:元|千元|万元|亿元)?$/u;

const soles: readonly Sole[] = [
  {
    field: "budget.total",
    kind: "money",
    called: "预算数",
    words:
      /^(?:[本当今]?年度?|年初|全年|项目|安排|批复|申报|申请|核定|下达|需求|总|预算|资金|经费|金额|数|额|计|规模)+$/u,
    says: /预算|资金|经费|金额|批复数/u,
    fits: (cell) => number.test(cell.replace(/\s+/gu, "")),
  },
  {
    field: "goals.annual",
    kind: "lines",
    called: "绩效目标",
    words: /^(?:[本当今]?年度?|全年|项目|总体|整体|总|预期|工作|绩效|目标|内容)+$/u,
    says: /目标/u,
    fits: (cell) => !number.test(cell),
  },
];

/**
 * Only in a list of projects without a column that is known to hold such a thing, of either horizon, and if one header
 * alone has such words and its filled cells hold nothing else.
 */
export function soleColumns(
  unknown: readonly Header[],
  matched: readonly MatchedColumn[],
  { row, context }: { readonly row: HeaderRow; readonly context: Context },
): readonly MatchedColumn[] {
  if (!matched.some(({ field }) => field === "project.name")) return [];
  return soles.flatMap(({ field, kind, called, words, says, fits }) => {
    const scope = spellingScope({ field, kind });
    const isKnown = matched.some((column) => spellingScope(column) === scope);
    const [header, ...others] = unknown.filter(({ meaning }) => {
      const { key, bare, doubtful } = headerKey(meaning);
      const name = doubtful ? key : bare;
      return words.test(name) && says.test(name);
    });
    if (isKnown || header === undefined || others.length > 0) return [];
    const cells = [...row.values(header.index)].map((cell) => cell.trim()).filter((cell) => cell !== "");
    if (cells.length === 0 || !cells.every(fits)) return [];
    context.reportOnce(`ambiguous ${columnKey(header.at)}`, () => ({
      code: "column-ambiguous",
      at: header.at,
      args: { header: header.text.trim(), readAs: called },
    }));
    return [{ field, kind, rank: 90, trust: trusted.bare, unit: headerKey(header.meaning).unit, header }];
  });
}
