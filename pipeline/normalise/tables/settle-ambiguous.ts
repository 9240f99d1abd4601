/** Settles headers that can mean several things (单位, 期限, 分值, 指标性质) by their cells and neighbours, and shows how. */
import { columnKey } from "../../diagnostics/index.ts";
import type { FieldName } from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import { headerKey, statedUnit } from "../headers/header-key.ts";
import { type HeaderMatch, trusted } from "../headers/match-header.ts";
import { type Header, type HeaderRow, hasIndicators, type MatchedColumn } from "./grid.ts";

type Settled = { readonly columns: readonly MatchedColumn[]; readonly unitColumn: number | undefined };

const agency = /(?:局|委|办|中心|院|厅|处|所|站|队|校|园|馆|会|部|公司|政府|机关|本级[)）]?)$/u;

export function settleAmbiguous(
  matched: readonly MatchedColumn[],
  row: HeaderRow,
  context: Context,
): Settled {
  let unitColumn = row.headers.find(({ meaning }) => headerKey(meaning).bare === "金额单位")?.index;
  const columns: MatchedColumn[] = [];
  for (const column of matched) {
    const { header } = column;
    const { bare: key } = headerKey(header.meaning);
    if (key === "单位") {
      const field = fieldOfUnit(column, matched, row);
      reportAmbiguous(
        header,
        { "": "金额单位", "indicator.unit": "计量单位", "project.unit": "预算单位" }[field],
        context,
      );
      if (field === "") unitColumn = header.index;
      else columns.push({ ...column, field });
    } else if (column.field === "indicator.horizon" && !hasIndicators(matched)) {
      // 期限 is the indicators' horizon only if there are indicators; beside projects alone it is their period.
      reportAmbiguous(header, "项目期", context);
      columns.push({ ...column, field: "project.period" });
    } else {
      if (key === "分值" && column.field === "indicator.weight" && isAlone(column, matched))
        reportAmbiguous(header, "权重", context);
      columns.push(column);
    }
  }
  return { columns, unitColumn };
}

/** 指标性质 is the operator in some provinces and a category in others: its cells decide. */
export function matchByContent(header: Header, row: HeaderRow, context: Context): HeaderMatch | undefined {
  if (headerKey(header.meaning).bare !== "指标性质") return undefined;
  const values = filled(row, header);
  const operator = /^(?:[≥≤＞＜＝><=]|[><]=|定性|定量|10|[1-69])$/u;
  if (!values.every((value) => operator.test(value)) || !values.some((value) => /[≥≤＞＜＝><=]/u.test(value)))
    return undefined;
  reportAmbiguous(header, "指标符号", context);
  return { field: "indicator.operator", kind: "word", rank: 50, trust: trusted.shared };
}

export function isIndicator(field: FieldName | undefined): boolean {
  return field?.startsWith("indicator.") ?? false;
}

/** "": the unit of money, if the cells name one; otherwise the unit of measure or the agency. */
function fieldOfUnit(
  column: MatchedColumn,
  matched: readonly MatchedColumn[],
  row: HeaderRow,
): "" | "indicator.unit" | "project.unit" {
  const values = filled(row, column.header);
  const isMoney = (value: string): boolean => ![undefined, "unknown"].includes(statedUnit(value));
  const measured = matched.some(({ field }) => field === "indicator.value");
  if (values.length > 0 && values.every(isMoney) && !measured) return "";
  if (!hasIndicators(matched)) return values.length > 0 && values.every(isMoney) ? "" : "project.unit";
  if (values.length > 0 && values.every((value) => agency.test(value))) return "project.unit";
  if (values.length > 0 && values.every((value) => value.length <= 8 && !agency.test(value))) {
    return values.every(isMoney) && !follows(column, matched) ? "" : "indicator.unit";
  }
  const agencyKnown = matched.some((other) => other !== column && other.field === "project.unit");
  const index = matched.indexOf(column);
  const besideIndicator = agencyKnown && isIndicator(matched[index - 1]?.field);
  return follows(column, matched) || besideIndicator ? "indicator.unit" : "project.unit";
}

function follows(column: MatchedColumn, matched: readonly MatchedColumn[]): boolean {
  const before = matched[matched.indexOf(column) - 1]?.field;
  return before === "indicator.value" || before === "indicator.operator";
}

function isAlone(column: MatchedColumn, matched: readonly MatchedColumn[]): boolean {
  return !matched.some((other) => other !== column && other.field === column.field);
}

function filled(row: HeaderRow, { index }: Header): string[] {
  return [...row.values(index)].map((value) => value.trim()).filter((value) => value !== "");
}

function reportAmbiguous(header: Header, readAs: string, context: Context): void {
  context.reportOnce(`ambiguous ${columnKey(header.at)}`, () => ({
    code: "column-ambiguous",
    at: header.at,
    args: { header: header.text.trim(), readAs },
  }));
}
