/** Rows of feedback → a workbook that a unit reads, fills in and sends back. */
import { feedbackAnswer, feedbackMark } from "../contracts/index.ts";
import type { Language } from "../diagnostics/index.ts";
import type { AnsweredRow } from "../lists/index.ts";
import { type WorksheetCell, type WorksheetColumn, writeWorkbook } from "../write/xlsx/index.ts";

type Column = WorksheetColumn & { readonly of: Exclude<keyof AnsweredRow, "key" | "placeKey"> };

export function feedbackColumns(language: Language): readonly Column[] {
  return columns.map(({ zh, en, ...column }) => ({ ...column, header: language === "zh" ? zh : en }));
}

const columns: readonly (Omit<Column, "header"> & Readonly<Record<Language, string>>)[] = [
  { of: "department", zh: "部门", en: "Department", width: 18 },
  { of: "unit", zh: "单位", en: "Unit", width: 18 },
  { of: "project", zh: "项目", en: "Project", width: 24 },
  { of: "indicator", zh: "指标", en: "Indicator", width: 26 },
  { of: "found", zh: "当前值", en: "Found", width: 20 },
  { of: "says", zh: "问题", en: "What is wrong", width: 36 },
  { of: "todo", zh: "建议", en: "What to do", width: 36 },
  { of: "page", zh: "报告页码", en: "Page", width: 9 },
  { of: "basis", zh: "依据", en: "Basis", width: 26 },
  { of: "severity", zh: "严重程度", en: "Severity", width: 9 },
  { of: "answer", ...feedbackAnswer, width: 30 },
  { of: "mark", zh: feedbackMark, en: feedbackMark, width: 10, hidden: true },
];

export function feedbackWorkbook(
  title: string,
  { columns: some, rows }: { readonly columns: readonly Column[]; readonly rows: readonly AnsweredRow[] },
): Promise<Uint8Array> {
  const cells = rows.map((row) => some.map(({ of }): WorksheetCell => cellOf(row[of], of)));
  return writeWorkbook([{ name: sheetName(title), columns: some, rows: cells }]);
}

function cellOf(text: string, of: Column["of"]): WorksheetCell {
  const number = of === "found" || of === "page" ? numberIn(text) : undefined;
  // A gap between a number and the text of the next column.
  return number === undefined ? { kind: "text", text } : { ...number, format: `${number.format}_ ` };
}

/** A number as people write amounts, counts and shares; not a code, which may begin with 0 and has digits to keep. */
function numberIn(text: string): (WorksheetCell & { readonly kind: "number" }) | undefined {
  const [, whole, places = "", percent] =
    /^(-?(?:0|[1-9]\d{0,11}|[1-9]\d{0,2}(?:,\d{3})+))(?:\.(\d{1,6}))?(%?)$/u.exec(text.trim()) ?? [];
  // Excel keeps 15 digits.
  if (whole === undefined || `${whole}${places}`.replace(/\D/gu, "").length > 15) return undefined;
  const shown = `${whole.includes(",") ? "#,##0" : "0"}${places === "" ? "" : `.${"0".repeat(places.length)}`}`;
  const plain = `${whole.replaceAll(",", "")}${places === "" ? "" : `.${places}`}`;
  if (percent !== "%") return { kind: "number", value: plain, format: shown };
  return { kind: "number", value: String(Number(`${plain}e-2`)), format: `${shown}%` };
}

/** Excel takes 31 characters, and none of these. */
function sheetName(title: string): string {
  const clean = title.replace(/[\\/?*[\]:'\p{Cc}]/gu, " ").trim();
  return clean === "" ? "反馈" : [...clean].slice(0, 15).join("");
}
